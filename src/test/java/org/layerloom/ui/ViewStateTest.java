package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewStateTest {
    @Test
    void boxesShowInTheirModeOnly() {
        ViewState view = new ViewState();
        assertThat(view.boxesVisibleProperty().get()).isTrue();
        view.modeProperty().set(ViewMode.ALPHA);
        assertThat(view.boxesVisibleProperty().get()).isFalse();
        assertThat(view.modeProperty().get()).isEqualTo(ViewMode.ALPHA);
        view.boxesVisibleProperty().set(true);
        assertThat(view.modeProperty().get()).isEqualTo(ViewMode.BOXES);
        view.boxesVisibleProperty().set(false);
        assertThat(view.modeProperty().get()).isEqualTo(ViewMode.PICTURE);
    }
}
