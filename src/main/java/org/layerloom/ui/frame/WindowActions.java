package org.layerloom.ui.frame;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import org.layerloom.document.LayerId;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Theme;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.canvas.CanvasView;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Viewport;

/// The actions of the window itself: history, selection, boxes, view, tools.
public final class WindowActions {
    private final Editor editor;
    private final ViewState view;
    private final CanvasView canvas;

    public WindowActions(Editor editor, ViewState view, CanvasView canvas) {
        this.editor = editor;
        this.view = view;
        this.canvas = canvas;
    }

    public void registerEdit(Actions actions) {
        actions.register(
                Action.of(Section.EDIT, "undo", "Undo", editor::undo)
                        .withIcon("mdi2u-undo")
                        .withKey("Shortcut+Z")
                        .enabledWhen(whenever(() -> editor.history().canUndo())),
                Action.of(Section.EDIT, "redo", "Redo", editor::redo)
                        .withIcon("mdi2r-redo")
                        .withKey("Shortcut+Shift+Z")
                        .enabledWhen(whenever(() -> editor.history().canRedo())));
    }

    public void registerBox(Actions actions) {
        actions.register(
                Action.of(Section.BOX, "box-page", "Box of the whole page", this::addPageBox)
                        .withIcon("mdi2s-select-all")
                        .enabledWhen(roomForBoxes()),
                Action.of(Section.BOX, "box-remove", "Remove the box, keep its layer", this::removeBox)
                        .enabledWhen(selectedBoxWithLayer()),
                Action.of(Section.BOX, "boxes", "Show or hide boxes", () -> toggle(view.boxesVisibleProperty()))
                        .withKey("Shortcut+Alt+B")
                        .afterRule());
    }

    public void registerView(Actions actions) {
        actions.register(
                Action.of(
                                Section.VIEW,
                                "zoom-in",
                                "Zoom in",
                                () -> canvas.zoomTo(viewport().nextScale()))
                        .withIcon("mdi2p-plus")
                        .withKey("Shortcut+Equals"),
                Action.of(
                                Section.VIEW,
                                "zoom-out",
                                "Zoom out",
                                () -> canvas.zoomTo(viewport().previousScale()))
                        .withIcon("mdi2m-minus")
                        .withKey("Shortcut+Minus"),
                Action.of(Section.VIEW, "fit", "Fit page", canvas::fit)
                        .withIcon("mdi2f-fit-to-page-outline")
                        .withKey("Shortcut+0"),
                Action.of(Section.VIEW, "actual-size", "100 %", () -> canvas.zoomTo(1))
                        .withKey("Shortcut+1"),
                Action.of(Section.VIEW, "rulers", "Show or hide rulers", () -> toggle(view.rulersVisibleProperty()))
                        .withIcon("mdi2r-ruler")
                        .withKey("Shortcut+R")
                        .afterRule(),
                Action.of(Section.VIEW, "panels", "Show or hide panels", () -> toggle(view.panelsVisibleProperty())),
                Action.of(
                                Section.VIEW,
                                "theme",
                                "Dark or light",
                                () -> view.themeProperty().set(ThemeSwitch.opposite(view)))
                        .withIcon("mdi2t-theme-light-dark")
                        .afterRule(),
                Action.of(
                        Section.VIEW,
                        "theme-system",
                        "Colours of the system",
                        () -> view.themeProperty().set(Theme.SYSTEM)));
    }

    public void registerTools(Actions actions, List<ToolKind> kinds) {
        for (ToolKind kind : kinds) {
            Runnable take = () -> view.toolProperty().set(kind);
            actions.register(Action.of(Section.TOOLS, "tool-" + kind, kind.label(), take)
                    .withIcon(kind.icon())
                    .withKey(kind.key()));
        }
    }

    private Viewport viewport() {
        return view.viewportProperty().get();
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    private BooleanBinding whenever(Callable<Boolean> question) {
        return Bindings.createBooleanBinding(question, editor.revisionProperty());
    }

    private BooleanBinding selectedBoxWithLayer() {
        return Bindings.createBooleanBinding(
                () -> editor.selectedRegion().isPresent()
                        && editor.selectedLayer().isPresent(),
                editor.documentProperty(),
                editor.selectionProperty());
    }

    private BooleanBinding roomForBoxes() {
        return Bindings.createBooleanBinding(
                () -> editor.document().regions().size() < GenerateRequest.MAX_BOXES, editor.documentProperty());
    }

    private void addPageBox() {
        LayerId id = editor.document().newId();
        editor.commit("Add box", document -> document.addRegion(document.canvas()));
        editor.selectionProperty().set(id);
    }

    private void removeBox() {
        LayerId id = editor.selectionProperty().get();
        editor.commit("Remove box", document -> document.withoutRegion(id));
    }
}
