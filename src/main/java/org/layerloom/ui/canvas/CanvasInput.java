package org.layerloom.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Locked;
import org.layerloom.edit.Moves;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.Cue;
import org.layerloom.ui.tools.DirectTool;
import org.layerloom.ui.tools.Feedback;
import org.layerloom.ui.tools.Gesture;
import org.layerloom.ui.tools.GuideDrag;
import org.layerloom.ui.tools.HandTool;
import org.layerloom.ui.tools.Pointer;
import org.layerloom.ui.tools.SnapSettings;
import org.layerloom.ui.tools.Tool;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Toolbox;
import org.layerloom.ui.tools.ViewTool;
import org.layerloom.ui.tools.Viewport;
import org.layerloom.words.Words;

/// Mouse, wheel and arrow keys on the canvas: asks the tool in hand and shows or commits what it answers.
final class CanvasInput {
    /// Wheel px for which the zoom grows by e; one notch is 40.
    private static final double WHEEL_ZOOM = 200;

    private final CanvasView canvas;
    private final Editor editor;
    private final ViewState view;
    private final Consumer<String> messages;
    private final Toolbox tools;
    private final Cursor turn = TurnCursor.create();
    private final Words words = Words.of(CanvasInput.class);
    private Optional<Held> held = Optional.empty();
    private boolean handHeld;

    /// What the pressed button does; `dragged` tells a drag from a click.
    private sealed interface Held {
        record Editing(Gesture gesture, Pointer start, boolean dragged) implements Held {}

        record Viewing(ViewTool tool, Viewport start, double x, double y, boolean dragged) implements Held {}

        record Direct(DirectTool tool) implements Held {}
    }

    CanvasInput(CanvasView canvas, Editor editor, ViewState view, Toolbox tools, Consumer<String> messages) {
        this.canvas = canvas;
        this.editor = editor;
        this.view = view;
        this.tools = tools;
        this.messages = messages;
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(this::release);
        canvas.setOnMouseMoved(this::hover);
        canvas.setOnMouseExited(event -> editor.hoveredProperty().set(null));
        canvas.setOnScroll(this::scroll);
        canvas.setOnZoom(this::zoom);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.toolProperty().addListener(change -> {
            cancel();
            canvas.setCursor(cursorOfTool());
        });
    }

    boolean cancel() {
        boolean any = held.isPresent();
        held.ifPresent(what -> {
            switch (what) {
                case Held.Editing _ -> {}
                case Held.Viewing viewing -> view.viewportProperty().set(viewing.start());
                case Held.Direct(DirectTool tool) -> tool.cancel();
            }
        });
        end();
        return any;
    }

    /// What else is being shown, a text that is typed, stays.
    private void end() {
        if (held.orElse(null) instanceof Held.Editing) {
            editor.cancelPreview();
        }
        held = Optional.empty();
        canvas.showFeedback(Feedback.NONE, 0, 0);
    }

    void holdHand(boolean hold) {
        if (handHeld != hold) {
            handHeld = hold;
            canvas.setCursor(hold ? Cursor.OPEN_HAND : cursorOfTool());
        }
    }

    private Cursor cursorOfTool() {
        return switch (view.toolProperty().get()) {
            case HAND -> Cursor.OPEN_HAND;
            case TEXT -> Cursor.TEXT;
            case MOVE, ZOOM, TRANSFORM -> Cursor.DEFAULT;
            default -> Cursor.CROSSHAIR;
        };
    }

    private Optional<ViewTool> viewTool(MouseEvent event) {
        boolean hand = handHeld || event.getButton() == MouseButton.MIDDLE;
        return tools.viewTool(hand ? ToolKind.HAND : view.toolProperty().get());
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        if (held.isPresent() || event.getButton() == MouseButton.SECONDARY) {
            return;
        }
        Optional<ViewTool> viewTool = viewTool(event);
        if (viewTool.isPresent()) {
            Viewport start = view.viewportProperty().get();
            held = Optional.of(new Held.Viewing(viewTool.get(), start, event.getX(), event.getY(), false));
            canvas.setCursor(viewTool.get() instanceof HandTool ? Cursor.CLOSED_HAND : Cursor.DEFAULT);
            return;
        }
        if (view.toolProperty().get() == ToolKind.BOX) {
            view.boxesVisibleProperty().set(true);
        }
        Pointer at = pointer(event);
        Optional<DirectTool> direct = directTool(event.isShortcutDown());
        if (direct.isPresent()) {
            held = Optional.of(new Held.Direct(direct.get()));
            direct.get().press(at);
            return;
        }
        tool(event.isShortcutDown()).ifPresent(tool -> {
            Gesture gesture = guideUnder(at)
                    .map(guide -> guide(Optional.of(guide), guide.vertical()))
                    .orElseGet(() -> tool.press(editor.document(), editor.selected(), at));
            if (!gesture.selection().isEmpty()) {
                editor.select(gesture.selection());
            }
            held = Optional.of(new Held.Editing(gesture, at, false));
        });
    }

    /// The tool in hand; Ctrl borrows the move tool from one that has no use of its own for it.
    private Optional<Tool> tool(boolean ctrl) {
        ToolKind kind = view.toolProperty().get();
        return tools.tool(borrowsMove(kind, ctrl) ? ToolKind.MOVE : kind);
    }

    private static boolean borrowsMove(ToolKind kind, boolean ctrl) {
        return ctrl && kind != ToolKind.TRANSFORM && kind != ToolKind.CROP && kind != ToolKind.TEXT;
    }

    private Optional<DirectTool> directTool(boolean ctrl) {
        ToolKind kind = view.toolProperty().get();
        return borrowsMove(kind, ctrl) ? Optional.empty() : tools.directTool(kind);
    }

    /// Begins to pull a new guide out of a ruler.
    void pullGuide(MouseEvent event, boolean vertical) {
        if (held.isEmpty() && event.getButton() == MouseButton.PRIMARY) {
            view.guidesVisibleProperty().set(true);
            held = Optional.of(new Held.Editing(guide(Optional.empty(), vertical), pointer(event), false));
        }
    }

    /// A drag of a guide; guides snap to everything but each other.
    private Gesture guide(Optional<Guide> moved, boolean vertical) {
        Viewport viewport = view.viewportProperty().get();
        SnapSettings snap = view.snapSettings();
        return new GuideDrag(
                editor.selected(),
                moved,
                vertical,
                viewport.toDocumentX(0),
                viewport.toDocumentY(0),
                new SnapSettings(snap.on(), false, snap.grid()));
    }

    /// The guide that a press of the move tool would take.
    private Optional<Guide> guideUnder(Pointer at) {
        boolean free = view.guidesVisibleProperty().get()
                && !view.guidesLockedProperty().get()
                && view.toolProperty().get() == ToolKind.MOVE;
        return free ? GuideDrag.under(editor.document(), at) : Optional.empty();
    }

    void drag(MouseEvent event) {
        held.ifPresent(what -> {
            Pointer to = pointer(event);
            switch (what) {
                case Held.Editing(Gesture gesture, Pointer start, boolean dragged) -> {
                    if (dragged || to.hasDraggedFrom(start)) {
                        held = Optional.of(new Held.Editing(gesture, start, true));
                        showDrag(gesture, to, event);
                    }
                }
                case Held.Viewing(ViewTool tool, Viewport start, double x, double y, boolean dragged) -> {
                    if (dragged || Math.hypot(event.getX() - x, event.getY() - y) >= 3) {
                        held = Optional.of(new Held.Viewing(tool, start, x, y, true));
                        canvas.setViewport(tool.drag(start, x, y, event.getX(), event.getY()));
                    }
                }
                case Held.Direct(DirectTool tool) -> tool.drag(to);
            }
        });
    }

    private void showDrag(Gesture gesture, Pointer to, MouseEvent event) {
        Document committed = editor.history().document();
        editor.preview(document -> gesture.drag(document, to));
        canvas.showFeedback(gesture.feedback(committed, to), event.getX(), event.getY());
    }

    void release(MouseEvent event) {
        held.ifPresent(what -> {
            end();
            switch (what) {
                case Held.Editing(Gesture gesture, Pointer _, boolean dragged) ->
                    finish(gesture, dragged ? Optional.of(pointer(event)) : Optional.empty());
                case Held.Viewing(ViewTool tool, Viewport start, double x, double y, boolean dragged) -> {
                    if (!dragged) {
                        canvas.setViewport(tool.click(start, x, y, event.isAltDown()));
                    }
                }
                case Held.Direct(DirectTool tool) -> tool.release(pointer(event));
            }
            hover(event);
        });
    }

    private void finish(Gesture gesture, Optional<Pointer> draggedTo) {
        editor.finishTyping();
        Document committed = editor.history().document();
        Gesture.Release end =
                draggedTo.map(to -> gesture.release(committed, to)).orElseGet(() -> gesture.click(committed));
        editor.commit(gesture.label(), document -> end.document());
        editor.select(end.selection());
        end.message().ifPresent(messages);
    }

    private void hover(MouseEvent event) {
        Optional<DirectTool> direct = handHeld ? Optional.empty() : directTool(event.isShortcutDown());
        if (direct.isPresent()) {
            canvas.setCursor(cursor(direct.get().shape(pointer(event))));
            editor.hoveredProperty().set(null);
            return;
        }
        Optional<Tool> tool = handHeld ? Optional.empty() : tool(event.isShortcutDown());
        if (tool.isEmpty()) {
            canvas.setCursor(handHeld ? Cursor.OPEN_HAND : cursorOfTool());
            editor.hoveredProperty().set(null);
            return;
        }
        Optional<Guide> guide = guideUnder(pointer(event));
        if (guide.isPresent()) {
            canvas.setCursor(guide.get().vertical() ? Cursor.H_RESIZE : Cursor.V_RESIZE);
            editor.hoveredProperty().set(null);
            return;
        }
        Cue cue = tool.get().cue(editor.document(), editor.selected(), pointer(event));
        canvas.setCursor(cursor(cue.shape()));
        editor.hoveredProperty().set(cue.over().orElse(null));
    }

    private Cursor cursor(Cue.Shape shape) {
        return switch (shape) {
            case ARROW -> Cursor.DEFAULT;
            case DRAW -> Cursor.CROSSHAIR;
            case MOVE -> Cursor.MOVE;
            case STRETCH_NW -> Cursor.NW_RESIZE;
            case STRETCH_N -> Cursor.N_RESIZE;
            case STRETCH_NE -> Cursor.NE_RESIZE;
            case STRETCH_E -> Cursor.E_RESIZE;
            case STRETCH_SE -> Cursor.SE_RESIZE;
            case STRETCH_S -> Cursor.S_RESIZE;
            case STRETCH_SW -> Cursor.SW_RESIZE;
            case STRETCH_W -> Cursor.W_RESIZE;
            case TURN -> turn;
            case TEXT -> Cursor.TEXT;
            case POINT -> Cursor.HAND;
            case NONE -> Cursor.NONE;
        };
    }

    private Pointer pointer(MouseEvent event) {
        Viewport viewport = view.viewportProperty().get();
        return new Pointer(
                viewport.toDocumentX(event.getX()),
                viewport.toDocumentY(event.getY()),
                1 / viewport.scale(),
                event.isShiftDown(),
                event.isAltDown(),
                event.isShortcutDown() && !isBorrowing(event));
    }

    /// Ctrl that borrows the move tool means nothing more to it.
    private boolean isBorrowing(MouseEvent event) {
        ToolKind kind = view.toolProperty().get();
        return kind != ToolKind.MOVE && borrowsMove(kind, event.isShortcutDown());
    }

    /// Ctrl and the wheel zoom at the pointer, the wheel alone pans.
    private void scroll(ScrollEvent event) {
        Viewport viewport = view.viewportProperty().get();
        if (event.isShortcutDown()) {
            double scale = viewport.scale() * Math.exp(event.getDeltaY() / WHEEL_ZOOM);
            canvas.setViewport(viewport.zoomedTo(scale, event.getX(), event.getY()));
        } else {
            canvas.setViewport(viewport.panned(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    private void zoom(ZoomEvent event) {
        Viewport viewport = view.viewportProperty().get();
        canvas.setViewport(viewport.zoomedTo(viewport.scale() * event.getZoomFactor(), event.getX(), event.getY()));
        event.consume();
    }

    /// Arrows nudge; Tab hides the panels, which is why F6 leaves the canvas.
    private void key(KeyEvent event) {
        int step = event.isShiftDown() ? 10 : 1;
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> nudge(-step, 0, event);
            case RIGHT -> nudge(step, 0, event);
            case UP -> nudge(0, -step, event);
            case DOWN -> nudge(0, step, event);
            case TAB -> {
                view.panelsVisibleProperty().set(!view.panelsVisibleProperty().get());
                event.consume();
            }
            default -> {}
        }
    }

    private void nudge(int dx, int dy, KeyEvent event) {
        event.consume();
        List<LayerId> selected = editor.selected();
        if (selected.isEmpty()) {
            return;
        }
        Locked.position(editor.document(), selected)
                .ifPresentOrElse(
                        layer -> messages.accept(words.text("refused.position", layer.name())),
                        () -> editor.commit(
                                words.text("history.nudge"), document -> Moves.by(document, selected, dx, dy)));
    }
}
