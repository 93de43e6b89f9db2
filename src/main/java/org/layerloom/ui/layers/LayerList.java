package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.LayerEdits;
import org.layerloom.edit.LayerMoves;
import org.layerloom.edit.Moves;
import org.layerloom.ui.Editor;

/// The layers of the document, topmost first, as rows that can be selected, hidden, renamed, folded and dragged.
final class LayerList extends ListView<LayerRow> {
    static final double ROW = 36;
    /// Padding and border of the list beside its rows.
    private static final double EXTRA = 9;

    private final Editor editor;
    private final Thumbnails thumbnails = new Thumbnails();
    private final List<LayerCell> cells = new ArrayList<>();
    private final Map<LayerId, Node> extras = new HashMap<>();
    private final ReadOnlyObjectWrapper<LayerId> renaming = new ReadOnlyObjectWrapper<>();
    private Consumer<LayerId> onReroll = id -> {};
    private boolean syncing;

    LayerList(Editor editor) {
        this.editor = editor;
        getStyleClass().add("layers");
        setAccessibleText("Layers");
        setMinHeight(ROW + EXTRA);
        setCellFactory(view -> {
            LayerCell cell = new LayerCell(this, editor);
            cells.add(cell);
            return cell;
        });
        editor.documentProperty().addListener(o -> refreshRows());
        editor.revisionProperty().addListener(o -> thumbnails.keepOnly(editor.document()));
        editor.selectionProperty().addListener(o -> showSelection());
        // A list that got shorter still shows the selected row.
        heightProperty()
                .addListener(
                        o -> Platform.runLater(() -> reveal(getSelectionModel().getSelectedIndex())));
        getSelectionModel().selectedItemProperty().addListener((o, before, row) -> {
            if (!syncing && row != null) {
                editor.selectionProperty().set(row.id());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMouseClicked(this::click);
        EyeDrag.install(this, editor);
        RowDrag.install(this, editor);
        refreshRows();
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    Collection<LayerCell> cells() {
        return cells;
    }

    /// The row whose name is being edited, or null.
    ReadOnlyObjectProperty<LayerId> renamingProperty() {
        return renaming.getReadOnlyProperty();
    }

    void setOnReroll(Consumer<LayerId> onReroll) {
        this.onReroll = onReroll;
    }

    private void refreshRows() {
        List<LayerRow> rows = LayerRow.of(editor.document());
        syncing = true;
        if (rows.size() == getItems().size()) {
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).equals(getItems().get(i))) {
                    getItems().set(i, rows.get(i));
                }
            }
        } else {
            getItems().setAll(rows);
        }
        requestLayout();
        syncing = false;
        showSelection();
    }

    /// Shows a node below a layer's row, as wide as the list and as high as it asks to be.
    ///
    /// @param node null = nothing any more
    void setExtra(LayerId id, Node node) {
        if (node == null) {
            extras.remove(id);
        } else {
            extras.put(id, node);
            node.layoutBoundsProperty().addListener(o -> requestLayout());
        }
        cells.stream().filter(cell -> !cell.isEmpty()).forEach(LayerCell::showExtra);
        requestLayout();
    }

    /// What stands below a layer's row.
    Optional<Node> extra(LayerId id) {
        return Optional.ofNullable(extras.get(id));
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = EXTRA;
        for (LayerRow row : getItems()) {
            height += ROW + extraHeight(row.id());
        }
        return height;
    }

    /// How much room what stands below a layer's row takes, px.
    double extraHeight(LayerId id) {
        return extra(id)
                .map(node -> Math.max(node.minHeight(getWidth()), node.prefHeight(getWidth())))
                .orElse(0.0);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    private void showSelection() {
        int index = indexOf(editor.selectionProperty().get());
        if (index == getSelectionModel().getSelectedIndex()) {
            return;
        }
        syncing = true;
        if (index < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().select(index);
            getFocusModel().focus(index);
            reveal(index);
        }
        syncing = false;
    }

    /// Scrolls no further than it takes to show the whole row.
    private void reveal(int index) {
        if (index < 0) {
            return;
        }
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(index);
        } else {
            scrollTo(index);
        }
    }

    private int indexOf(LayerId id) {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// The cell whose row, without what stands below it, is at a height of the scene.
    Optional<LayerCell> cellAt(double sceneY) {
        return cells.stream()
                .filter(cell -> cell.isOnScreen() && !cell.isEmpty())
                .filter(cell -> {
                    double y = cell.sceneToLocal(0, sceneY).getY();
                    return y >= 0 && y < ROW;
                })
                .findFirst();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            cellAt(event.getSceneY())
                    .filter(cell -> !cell.isControl((Node) event.getTarget()))
                    .ifPresent(cell -> rename(cell.getItem().id()));
        }
    }

    private void key(KeyEvent event) {
        LayerRow row = getSelectionModel().getSelectedItem();
        if (row == null || event.getTarget() instanceof RenameField) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case F2 -> rename(row.id());
            case DELETE, BACK_SPACE -> delete(row);
            case ENTER, LEFT, RIGHT -> known = fold(row, event);
            case UP, DOWN -> known = move(row, event);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private boolean fold(LayerRow row, KeyEvent event) {
        if (!(row.layer() instanceof GroupLayer group)) {
            return false;
        }
        boolean wanted = switch (event.getCode()) {
            case LEFT -> false;
            case RIGHT -> true;
            default -> !group.open();
        };
        if (group.open() != wanted) {
            toggleFold(row);
        }
        return true;
    }

    private boolean move(LayerRow row, KeyEvent event) {
        if (!event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case UP -> commit("Raise " + row.layer().name(), doc -> LayerMoves.raise(doc, row.id()));
            default -> commit("Lower " + row.layer().name(), doc -> LayerMoves.lower(doc, row.id()));
        }
        return true;
    }

    void rename(LayerId id) {
        reveal(indexOf(id));
        renaming.set(id);
    }

    void finishRename(LayerRow row, String name, boolean next) {
        int index = indexOf(row.id());
        renaming.set(null);
        if (name != null && !name.isBlank() && !name.strip().equals(row.layer().name())) {
            commit("Rename " + name.strip(), LayerEdits.props(row.id(), props -> props.withName(name.strip())));
        }
        if (next && index + 1 < getItems().size()) {
            LayerId below = getItems().get(index + 1).id();
            editor.selectionProperty().set(below);
            rename(below);
        } else {
            requestFocus();
        }
    }

    void toggleVisible(LayerRow row) {
        boolean visible = !row.layer().props().visible();
        commit(
                (visible ? "Show " : "Hide ") + row.layer().name(),
                LayerEdits.props(row.id(), props -> props.withVisible(visible)));
    }

    void toggleFold(LayerRow row) {
        if (row.layer() instanceof GroupLayer group) {
            commit(
                    (group.open() ? "Fold " : "Unfold ") + group.name(),
                    doc -> doc.with(row.id(), layer -> ((GroupLayer) layer).withOpen(!group.open())));
        }
    }

    void reroll(LayerRow row) {
        editor.selectionProperty().set(row.id());
        onReroll.accept(row.id());
    }

    void deleteSelected() {
        LayerRow row = getSelectionModel().getSelectedItem();
        if (row != null) {
            delete(row);
        }
    }

    /// Deletes the row's layer with its box, and selects the one that takes its place in the list.
    private void delete(LayerRow row) {
        int index = indexOf(row.id());
        commit("Delete " + row.layer().name(), doc -> Moves.delete(doc, row.id()));
        if (!getItems().isEmpty()) {
            editor.selectionProperty()
                    .set(getItems().get(Math.min(index, getItems().size() - 1)).id());
        }
    }

    private void commit(String label, UnaryOperator<Document> edit) {
        editor.commit(label, edit);
    }
}
