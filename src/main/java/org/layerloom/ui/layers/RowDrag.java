package org.layerloom.ui.layers;

import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.layerloom.document.GroupLayer;
import org.layerloom.edit.LayerMoves;
import org.layerloom.ui.Editor;

/// Dragging a row to another place of the list, or into a group. Plain mouse events: the platform's drag and drop
/// is for what comes from outside.
final class RowDrag {
    /// Further than this from the press it is a drag and no click.
    private static final double THRESHOLD = 4;
    /// The list scrolls while the pointer is this close to its ends.
    private static final double SCROLL_ZONE = 24;
    private static final double SCROLL_STEP = 4;

    private final LayerList list;
    private final Editor editor;
    private LayerRow pressed;
    private double pressY;
    private double pointerY;
    private boolean dragging;
    private LayerRow target;
    private LayerMoves.Side side;

    private final AnimationTimer scroller = new AnimationTimer() {
        @Override
        public void handle(long now) {
            scroll();
        }
    };

    private RowDrag(LayerList list, Editor editor) {
        this.list = list;
        this.editor = editor;
    }

    static void install(LayerList list, Editor editor) {
        RowDrag drag = new RowDrag(list, editor);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::press);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::drag);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::release);
        list.addEventFilter(KeyEvent.KEY_PRESSED, drag::key);
    }

    private void press(MouseEvent event) {
        pressed = null;
        if (event.getButton() == MouseButton.PRIMARY) {
            list.cellAt(event.getSceneY())
                    .filter(cell -> !cell.isControl((Node) event.getTarget()))
                    .ifPresent(cell -> {
                        pressed = cell.getItem();
                        pressY = event.getSceneY();
                    });
        }
    }

    private void drag(MouseEvent event) {
        if (pressed == null || !dragging && Math.abs(event.getSceneY() - pressY) < THRESHOLD) {
            return;
        }
        if (!dragging) {
            dragging = true;
            scroller.start();
        }
        event.consume();
        pointerY = event.getSceneY();
        aim();
    }

    /// Finds where the row would land, and shows it.
    private void aim() {
        target = null;
        list.cellAt(pointerY)
                .filter(cell -> !cell.getItem().id().equals(pressed.id()))
                .ifPresent(cell -> {
                    target = cell.getItem();
                    side = sideOf(target, cell.sceneToLocal(0, pointerY).getY() / cell.getHeight());
                });
        for (LayerCell cell : list.cells()) {
            boolean here = target != null && !cell.isEmpty() && target.equals(cell.getItem());
            cell.markDrop(here ? side : null);
            cell.markDragged(!cell.isEmpty() && cell.getItem().id().equals(pressed.id()));
        }
    }

    /// @param share how far down the row the pointer is, 0..1
    static LayerMoves.Side sideOf(LayerRow row, double share) {
        if (row.layer() instanceof GroupLayer group) {
            if (share < 0.3) {
                return LayerMoves.Side.ABOVE;
            }
            return share < 0.7 || group.open() ? LayerMoves.Side.INTO : LayerMoves.Side.BELOW;
        }
        return share < 0.5 ? LayerMoves.Side.ABOVE : LayerMoves.Side.BELOW;
    }

    private void scroll() {
        Point2D point = list.sceneToLocal(0, pointerY);
        double by = point.getY() < SCROLL_ZONE
                ? -SCROLL_STEP
                : point.getY() > list.getHeight() - SCROLL_ZONE ? SCROLL_STEP : 0;
        if (by != 0 && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollPixels(by);
            aim();
        }
    }

    private void release(MouseEvent event) {
        if (dragging) {
            event.consume();
            LayerRow moved = pressed;
            LayerRow onto = target;
            stop();
            if (onto != null) {
                editor.commit(
                        "Reorder " + moved.layer().name(), doc -> LayerMoves.drop(doc, moved.id(), onto.id(), side));
                editor.selectionProperty().set(moved.id());
            }
        }
        pressed = null;
    }

    private void key(KeyEvent event) {
        if (dragging && event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            stop();
            pressed = null;
        }
    }

    private void stop() {
        dragging = false;
        scroller.stop();
        target = null;
        for (LayerCell cell : list.cells()) {
            cell.markDrop(null);
            cell.markDragged(false);
        }
    }
}
