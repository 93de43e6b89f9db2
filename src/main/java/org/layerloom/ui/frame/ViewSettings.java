package org.layerloom.ui.frame;

import com.fasterxml.jackson.core.type.TypeReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.Setting;

/// What a window shows beside the document, remembered from one start to the next: what drags snap to, guides, grids,
/// rulers and which view of the page.
public final class ViewSettings {
    /// The grid's lines are no further apart than a page is long, px.
    private static final int MAX_STEP = 10_000;

    private final Preferences preferences;

    private ViewSettings(Preferences preferences) {
        this.preferences = preferences;
    }

    /// Brings what is remembered into the view, and remembers each change of it from now on.
    public static void keep(ViewState view, Preferences preferences) {
        ViewSettings own = new ViewSettings(preferences);
        own.keep("viewSnapping", view.snappingProperty());
        own.keep("viewGuides", view.guidesVisibleProperty());
        own.keep("viewGuidesLocked", view.guidesLockedProperty());
        own.keep("viewGrid", view.gridVisibleProperty());
        own.keep("viewPixelGrid", view.pixelGridVisibleProperty());
        own.keep("viewRulers", view.rulersVisibleProperty());
        view.modeProperty()
                .bindBidirectional(preferences.property(new Setting<>(
                        "viewMode",
                        new TypeReference<>() {},
                        view.modeProperty().get())));
        own.keepStep(view);
    }

    /// What the view has at the start is what it has while nothing is remembered.
    private void keep(String name, BooleanProperty shown) {
        shown.bindBidirectional(preferences.property(Setting.of(name, shown.get())));
    }

    private void keepStep(ViewState view) {
        ObjectProperty<Integer> step = preferences.property(
                Setting.of("viewGridStep", view.gridStepProperty().get(), 1, MAX_STEP));
        view.gridStepProperty().set(step.get());
        view.gridStepProperty().addListener((o, before, now) -> step.set(now.intValue()));
    }
}
