package org.layerloom.ui.layers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.LayerMoves;
import org.layerloom.ui.Editor;
import org.layerloom.words.Words;

/// Dragging the selected rows to another place of the list, into a group or out of one; with Alt, copies of them. Plain
/// mouse events: the platform's drag and drop is for what comes from outside.
final class RowDrag {
    private static final Words WORDS = Words.of(RowDrag.class);
    /// Further than this from the press it is a drag and no click.
    static final double THRESHOLD = 4;
    /// The list scrolls while the pointer is this close to its ends.
    private static final double SCROLL_ZONE = 24;
    private static final double SCROLL_STEP = 4;
    /// A folded group opens when the pointer has been on it so long.
    private static final long OPEN_NANOS = 600_000_000;

    private final LayerList list;
    private final Editor editor;
    private final Set<LayerId> opened = new LinkedHashSet<>();
    private LayerRow pressed;
    private double pressY;
    private double grip;
    private double pointerX;
    private double pointerY;
    private boolean dragging;
    private Optional<Drop> drop = Optional.empty();
    private long dropSince;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            scroll();
            open(now);
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
        // A filtered list does not show where a layer would land.
        if (event.getButton() == MouseButton.PRIMARY
                && !list.filterProperty().get().isActive()) {
            list.cellAt(event.getSceneY())
                    .filter(cell -> !cell.isControl((Node) event.getTarget()))
                    .ifPresent(cell -> {
                        pressed = cell.getItem();
                        pressY = event.getSceneY();
                        grip = cell.sceneToLocal(0, pressY).getY();
                    });
        }
    }

    private void drag(MouseEvent event) {
        if (pressed == null || !dragging && Math.abs(event.getSceneY() - pressY) < THRESHOLD) {
            return;
        }
        if (!dragging) {
            dragging = true;
            list.cellAt(pressY).ifPresent(cell -> list.ghost().show(cell, layers().size()));
            timer.start();
        }
        event.consume();
        pointerX = event.getSceneX();
        pointerY = event.getSceneY();
        list.ghost().moveTo(pointerX, pointerY, grip);
        aim();
    }

    /// What is on its way: all that is selected, or the pressed row where that is not.
    private List<LayerId> layers() {
        List<LayerId> selected = new SelectedLayers(editor).ids();
        return selected.contains(pressed.id()) ? selected : List.of(pressed.id());
    }

    /// Finds where the rows would land, and shows it.
    private void aim() {
        List<LayerId> moved = layers();
        Optional<Drop> before = drop;
        drop = found().filter(to -> !moved.equals(List.of(to.target())));
        if (!drop.map(Drop::target).equals(before.map(Drop::target))
                || !drop.map(Drop::side).equals(before.map(Drop::side))) {
            dropSince = System.nanoTime();
        }
        for (LayerCell cell : list.cells()) {
            LayerRow row = cell.isEmpty() ? null : cell.getItem();
            cell.markDrop(drop.filter(to -> to.row().equals(row)).orElse(null));
            cell.markDragged(row != null && moved.contains(row.id()));
        }
    }

    private Optional<Drop> found() {
        double x = list.sceneToLocal(pointerX, 0).getX();
        return list.cellAt(pointerY)
                .map(cell -> Drop.at(
                        list.getItems(),
                        list.getItems().indexOf(cell.getItem()),
                        cell.sceneToLocal(0, pointerY).getY() / LayerList.ROW,
                        x))
                .orElseGet(() ->
                        isBelowAll() ? Drop.at(list.getItems(), list.getItems().size(), 0, x) : Optional.empty());
    }

    private boolean isBelowAll() {
        return list.cells().stream()
                .filter(cell -> cell.isOnScreen() && !cell.isEmpty())
                .allMatch(cell -> cell.sceneToLocal(0, pointerY).getY() >= LayerList.ROW);
    }

    private void scroll() {
        Point2D point = list.sceneToLocal(0, pointerY);
        double by = point.getY() < SCROLL_ZONE
                ? -SCROLL_STEP
                : point.getY() > list.getHeight() - SCROLL_ZONE ? SCROLL_STEP : 0;
        if (by != 0) {
            list.flow().ifPresent(flow -> flow.scrollPixels(by));
            aim();
        }
    }

    private void open(long now) {
        drop.filter(to -> to.side() == LayerMoves.Side.INTO && now - dropSince >= OPEN_NANOS)
                .filter(to -> to.row().layer() instanceof GroupLayer group && !group.open())
                .ifPresent(to -> {
                    opened.add(to.target());
                    editor.preview(this::withOpened);
                    aim();
                });
    }

    private Document withOpened(Document document) {
        Document result = document;
        for (LayerId id : opened) {
            result = result.with(id, layer -> layer instanceof GroupLayer group ? group.withOpen(true) : layer);
        }
        return result;
    }

    private void release(MouseEvent event) {
        if (dragging) {
            event.consume();
            Optional<Drop> to = drop;
            List<LayerId> moved = layers();
            to.ifPresentOrElse(
                    place -> {
                        if (event.isAltDown()) {
                            copy(place, moved);
                        } else {
                            move(place, moved);
                        }
                    },
                    editor::cancelPreview);
            stop();
        }
        pressed = null;
    }

    private void move(Drop place, List<LayerId> moved) {
        editor.commit(
                WORDS.text("reorder.step", new SelectedLayers(editor).name()),
                doc -> place.moved(withOpened(doc), moved));
    }

    private void copy(Drop place, List<LayerId> moved) {
        Document before = editor.history().document();
        editor.commit(
                WORDS.text("duplicate.step", new SelectedLayers(editor).name()),
                doc -> place.copied(withOpened(doc), moved, name -> WORDS.text("copy.name", name)));
        editor.select(Drop.added(before, editor.document()));
    }

    private void key(KeyEvent event) {
        if (dragging && event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            editor.cancelPreview();
            stop();
            pressed = null;
        }
    }

    private void stop() {
        dragging = false;
        timer.stop();
        drop = Optional.empty();
        opened.clear();
        list.ghost().hide();
        for (LayerCell cell : list.cells()) {
            cell.markDrop(null);
            cell.markDragged(false);
        }
    }
}
