package org.layerloom.ui.layers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.ui.Editor;

/// Selecting rows with mouse and keys, as other layered editors do. The editor's selection is the truth; the list's own
/// follows it, for screen readers.
final class RowSelection {
    private final LayerList list;
    private final Editor editor;
    private RowPick pick = new RowPick(List.of(), null);
    /// The row that was selected when it was pressed: a release there selects it alone, a drag takes all along.
    private LayerId pressed;
    private double pressY;
    private LayerId followed;

    private RowSelection(LayerList list, Editor editor) {
        this.list = list;
        this.editor = editor;
    }

    static RowSelection install(LayerList list, Editor editor) {
        RowSelection selection = new RowSelection(list, editor);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, selection::press);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, selection::drag);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> selection.release());
        list.addEventFilter(KeyEvent.KEY_PRESSED, selection::key);
        editor.selectedProperty().addListener(o -> selection.follow());
        return selection;
    }

    private void press(MouseEvent event) {
        list.cellAt(event.getSceneY())
                .filter(cell -> !cell.isControl((Node) event.getTarget()))
                .ifPresent(cell -> {
                    event.consume();
                    list.requestFocus();
                    pressed = null;
                    pressY = event.getSceneY();
                    if (!pressPicture(cell, event)) {
                        press(cell.getItem().id(), event);
                    }
                });
    }

    /// Held keys on the pictures of a layer and its mask; a plain press chooses the one that painting changes.
    private boolean pressPicture(LayerCell cell, MouseEvent event) {
        Node target = (Node) event.getTarget();
        Layer layer = cell.getItem().layer();
        boolean onMask = LayerCell.isWithin(target, cell.pictures().maskPicture());
        boolean onLayer = LayerCell.isWithin(target, cell.pictures().layerPicture());
        if (event.getButton() != MouseButton.PRIMARY || !onMask && !onLayer) {
            return false;
        }
        if (event.isShortcutDown()) {
            if (onMask) {
                list.edits().selectMask(layer);
            } else {
                list.edits().selectPixels(layer);
            }
            return true;
        }
        if (event.isShiftDown()) {
            if (onMask) {
                list.edits().toggleMask(layer);
            }
            return onMask;
        }
        press(layer.id(), event);
        if (onMask && !layer.id().equals(editor.selectionProperty().get())) {
            change(now -> RowPick.only(layer.id()));
        }
        editor.maskEditedProperty().set(onMask);
        return true;
    }

    private void press(LayerId id, MouseEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isShiftDown();
        if (plain && editor.selected().contains(id)) {
            pressed = event.getButton() == MouseButton.PRIMARY ? id : null;
        } else if (event.isShiftDown()) {
            change(now -> now.to(id, list.ids()));
        } else if (event.isShortcutDown()) {
            change(now -> now.toggled(id));
        } else {
            change(now -> RowPick.only(id));
        }
    }

    private void drag(MouseEvent event) {
        if (Math.abs(event.getSceneY() - pressY) >= RowDrag.THRESHOLD) {
            pressed = null;
        }
    }

    private void release() {
        if (pressed != null) {
            change(now -> RowPick.only(pressed));
            pressed = null;
        }
    }

    private void key(KeyEvent event) {
        if (event.getTarget() instanceof RenameField || event.isAltDown()) {
            return;
        }
        int last = list.getItems().size();
        switch (event.getCode()) {
            case UP -> step(-1, event);
            case DOWN -> step(1, event);
            case HOME -> step(-last, event);
            case END -> step(last, event);
            case PAGE_UP -> step(-page(), event);
            case PAGE_DOWN -> step(page(), event);
            case A -> {
                if (event.isShortcutDown() && !event.isShiftDown()) {
                    event.consume();
                    change(now -> now.all(list.ids()));
                }
            }
            default -> {}
        }
    }

    /// How many rows are in view.
    private int page() {
        return Math.max(1, (int) (list.getHeight() / LayerList.ROW) - 1);
    }

    private void step(int by, KeyEvent event) {
        if (!event.isShortcutDown()) {
            event.consume();
            change(now -> now.step(by, event.isShiftDown(), list.ids()));
        }
    }

    private void change(UnaryOperator<RowPick> edit) {
        pick = edit.apply(pick.following(editor.selected()));
        editor.select(pick.selected());
    }

    /// Shows in the list what the editor has selected, and scrolls to the primary where that is another one.
    void follow() {
        List<LayerId> ids = list.ids();
        Map<LayerId, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        List<Integer> indices = editor.selected().stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .toList();
        var model = list.getSelectionModel();
        if (!Set.copyOf(indices).equals(Set.copyOf(model.getSelectedIndices()))
                || !indices.isEmpty() && indices.getLast() != model.getSelectedIndex()) {
            model.clearSelection();
            if (!indices.isEmpty()) {
                model.selectIndices(
                        indices.getFirst(),
                        indices.stream().skip(1).mapToInt(i -> i).toArray());
                model.select(indices.getLast());
            }
        }
        LayerId primary = editor.selected().isEmpty() ? null : editor.selected().getLast();
        if (!indices.isEmpty()) {
            list.getFocusModel().focus(indices.getLast());
            if (!Objects.equals(primary, followed)) {
                list.reveal(indices.getLast());
            }
        }
        followed = primary;
    }
}
