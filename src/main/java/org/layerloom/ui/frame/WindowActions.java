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
import org.layerloom.ui.phrases.PhraseActions;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Viewport;
import org.layerloom.words.Words;

/// The actions of the window itself: history, selection, boxes, view, tools.
public final class WindowActions {
    private static final Words WORDS = Words.of(WindowActions.class);

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
                action(Section.EDIT, "undo", editor::undo)
                        .withIcon("mdi2u-undo")
                        .withKey("Shortcut+Z")
                        .enabledWhen(whenever(() -> editor.history().canUndo())),
                action(Section.EDIT, "redo", editor::redo)
                        .withIcon("mdi2r-redo")
                        .withKey("Shortcut+Shift+Z")
                        .enabledWhen(whenever(() -> editor.history().canRedo())));
    }

    private static Action action(Section section, String name, Runnable work) {
        return Action.of(section, name, WORDS.text("action." + name), work);
    }

    public void registerBox(Actions actions) {
        actions.register(
                action(Section.BOX, "box-page", this::addPageBox)
                        .withIcon("mdi2s-select-all")
                        .enabledWhen(roomForBoxes()),
                action(Section.BOX, "box-remove", this::removeBox).enabledWhen(selectedBoxWithLayer()),
                action(Section.BOX, "boxes", () -> toggle(view.boxesVisibleProperty()))
                        .withKey("Shortcut+Alt+B")
                        .afterRule());
        new PhraseActions(editor).register(actions);
    }

    public void registerView(Actions actions) {
        actions.register(
                action(Section.VIEW, "zoom-in", () -> canvas.zoomTo(viewport().nextScale()))
                        .withIcon("mdi2p-plus")
                        .withKey("Shortcut+Equals"),
                action(Section.VIEW, "zoom-out", () -> canvas.zoomTo(viewport().previousScale()))
                        .withIcon("mdi2m-minus")
                        .withKey("Shortcut+Minus"),
                action(Section.VIEW, "fit", canvas::fit)
                        .withIcon("mdi2f-fit-to-page-outline")
                        .withKey("Shortcut+0"),
                action(Section.VIEW, "actual-size", () -> canvas.zoomTo(1)).withKey("Shortcut+1"),
                action(Section.VIEW, "rulers", () -> toggle(view.rulersVisibleProperty()))
                        .withIcon("mdi2r-ruler")
                        .withKey("Shortcut+R")
                        .afterRule(),
                action(Section.VIEW, "panels", () -> toggle(view.panelsVisibleProperty())),
                action(Section.VIEW, "theme", () -> view.themeProperty().set(ThemeSwitch.opposite(view)))
                        .withIcon("mdi2t-theme-light-dark")
                        .inMenu(WORDS.text("menu.theme"))
                        .afterRule(),
                action(Section.VIEW, "theme-system", () -> view.themeProperty().set(Theme.SYSTEM))
                        .inMenu(WORDS.text("menu.theme")));
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
        editor.commit(WORDS.text("step.box.add"), document -> document.addRegion(document.canvas()));
        editor.selectionProperty().set(id);
    }

    private void removeBox() {
        LayerId id = editor.selectionProperty().get();
        editor.commit(WORDS.text("step.box.remove"), document -> document.withoutRegion(id));
    }
}
