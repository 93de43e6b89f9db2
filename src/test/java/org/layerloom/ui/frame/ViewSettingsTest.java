package org.layerloom.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.ui.ViewMode;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.preferences.Preferences;

final class ViewSettingsTest {
    @TempDir
    Path folder;

    private ViewState start(Preferences preferences) {
        ViewState view = new ViewState();
        ViewSettings.keep(view, preferences);
        return view;
    }

    @Test
    void what_the_canvas_shows_is_as_it_was_at_the_next_start() {
        Preferences preferences = Preferences.in(folder.resolve("settings.json"));
        ViewState view = start(preferences);
        view.snappingProperty().set(false);
        view.guidesLockedProperty().set(true);
        view.gridVisibleProperty().set(true);
        view.gridStepProperty().set(48);
        view.pixelGridVisibleProperty().set(false);
        view.rulersVisibleProperty().set(false);
        view.boxesVisibleProperty().set(false);
        preferences.close();
        ViewState next = start(Preferences.in(folder.resolve("settings.json")));
        assertThat(next.snappingProperty().get()).isFalse();
        assertThat(next.guidesVisibleProperty().get()).isTrue();
        assertThat(next.guidesLockedProperty().get()).isTrue();
        assertThat(next.gridVisibleProperty().get()).isTrue();
        assertThat(next.gridStepProperty().get()).isEqualTo(48);
        assertThat(next.pixelGridVisibleProperty().get()).isFalse();
        assertThat(next.rulersVisibleProperty().get()).isFalse();
        assertThat(next.modeProperty().get()).isEqualTo(ViewMode.PICTURE);
        assertThat(next.boxesVisibleProperty().get()).isFalse();
    }

    @Test
    void while_nothing_is_remembered_the_view_is_as_it_comes() {
        ViewState kept = start(Preferences.unkept());
        ViewState fresh = new ViewState();
        assertThat(kept.snapSettings()).isEqualTo(fresh.snapSettings());
        assertThat(kept.gridStepProperty().get())
                .isEqualTo(fresh.gridStepProperty().get());
        assertThat(kept.rulersVisibleProperty().get()).isTrue();
        assertThat(kept.modeProperty().get()).isEqualTo(ViewMode.BOXES);
    }
}
