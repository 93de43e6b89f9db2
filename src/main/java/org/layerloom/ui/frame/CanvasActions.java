package org.layerloom.ui.frame;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.canvas.GridSheet;
import org.layerloom.words.Words;

/// What helps to place things on the canvas: snapping, guides, grids.
public final class CanvasActions {
    private CanvasActions() {}

    /// @param sheets where the grid's step is asked for
    public static void register(Actions actions, Editor editor, ViewState view, Sheets sheets) {
        Words words = Words.of(GridSheet.class);
        actions.register(
                toggle("snap", words, view.snappingProperty())
                        .withIcon("mdi2m-magnet")
                        .withKey("Shortcut+Shift+Semicolon")
                        .afterRule(),
                toggle("guides", words, view.guidesVisibleProperty()).withKey("Shortcut+Semicolon"),
                toggle("guides-lock", words, view.guidesLockedProperty()).withKey("Shortcut+Alt+Semicolon"),
                Action.of(
                                Section.VIEW,
                                "guides-clear",
                                words.text("action.guides-clear"),
                                () -> editor.commit(
                                        words.text("history.guides-clear"), doc -> doc.withGuides(List.of())))
                        .enabledWhen(Bindings.createBooleanBinding(
                                () -> !editor.document().guides().isEmpty(), editor.documentProperty())),
                toggle("grid", words, view.gridVisibleProperty())
                        .withIcon("mdi2g-grid")
                        .withKey("Shortcut+Quote"),
                Action.of(
                        Section.VIEW,
                        "grid-step",
                        words.text("action.grid-step"),
                        () -> sheets.open(
                                words.text("grid.title"), GridSheet.WIDTH, new GridSheet(view, sheets::close))),
                toggle("pixel-grid", words, view.pixelGridVisibleProperty()));
    }

    private static Action toggle(String name, Words words, BooleanProperty shown) {
        return Action.of(Section.VIEW, name, words.text("action." + name), () -> shown.set(!shown.get()));
    }
}
