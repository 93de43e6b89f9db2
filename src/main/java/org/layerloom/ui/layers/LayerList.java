package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.TextLayer;
import org.layerloom.ui.Editor;
import org.layerloom.words.Words;

/// The layers of the document, topmost first, as rows that can be selected, hidden, renamed, folded and dragged.
final class LayerList extends ListView<LayerRow> {
    static final double ROW = 36;
    private static final Words WORDS = Words.of(LayerList.class);
    /// Padding and border of the list beside its rows.
    private static final double EXTRA = 9;

    private final Editor editor;
    private final Thumbnails thumbnails = new Thumbnails();
    private final List<LayerCell> cells = new ArrayList<>();
    private final Map<LayerId, Node> extras = new HashMap<>();
    private final InvalidationListener extraGrew = bounds -> requestLayout();
    private final ReadOnlyObjectWrapper<LayerId> renaming = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<RowFilter> filter = new SimpleObjectProperty<>(RowFilter.NONE);
    private final DragGhost ghost = new DragGhost();
    private final RowEdits edits;
    private final RowSelection selection;
    private Consumer<LayerId> onReroll = id -> {};
    private Consumer<Layer> onOpen = layer -> {};

    LayerList(Editor editor) {
        this.editor = editor;
        edits = new RowEdits(editor);
        getStyleClass().add("layers");
        setAccessibleText(WORDS.text("layers"));
        setMinHeight(ROW + EXTRA);
        setCellFactory(view -> {
            LayerCell cell = new LayerCell(this, editor);
            cells.add(cell);
            return cell;
        });
        EyeDrag.install(this, editor);
        RowDrag.install(this, editor);
        selection = RowSelection.install(this, editor);
        RowKeys.install(this, editor);
        editor.documentProperty().addListener(o -> refreshRows());
        // A drag that is dropped, and a version that is only tried, draw nothing anew.
        editor.documentProperty()
                .addListener(o ->
                        thumbnails.keepOnly(editor.document(), editor.history().document()));
        filter.addListener(o -> refreshRows());
        // A list that got shorter still shows the selected row.
        heightProperty()
                .addListener(
                        o -> Platform.runLater(() -> reveal(getSelectionModel().getSelectedIndex())));
        setOnMouseClicked(this::click);
        refreshRows();
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    Collection<LayerCell> cells() {
        return cells;
    }

    RowEdits edits() {
        return edits;
    }

    /// To be laid over the list: the rows that are being dragged.
    DragGhost ghost() {
        return ghost;
    }

    /// The layers of the rows, topmost first.
    List<LayerId> ids() {
        return getItems().stream().map(LayerRow::id).toList();
    }

    /// The row whose name is being edited, or null.
    ReadOnlyObjectProperty<LayerId> renamingProperty() {
        return renaming.getReadOnlyProperty();
    }

    /// Which layers are shown.
    ObjectProperty<RowFilter> filterProperty() {
        return filter;
    }

    /// Takes a layer whose text, fill or placed picture is to be edited.
    void setOnOpen(Consumer<Layer> onOpen) {
        this.onOpen = onOpen;
    }

    void setOnReroll(Consumer<LayerId> onReroll) {
        this.onReroll = onReroll;
    }

    /// Exchanges only the rows that changed: what stays is the same object, and the list stays where it is scrolled.
    private void refreshRows() {
        List<LayerRow> rows = LayerRow.of(editor.document(), filter.get());
        List<LayerRow> shown = getItems();
        if (rows.size() == shown.size()) {
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).equals(shown.get(i))) {
                    shown.set(i, rows.get(i));
                }
            }
        } else {
            exchange(rows, shown);
        }
        requestLayout();
        selection.follow();
        cells.stream().filter(cell -> cell.isOnScreen() && !cell.isEmpty()).forEach(LayerCell::speak);
    }

    /// Takes out and puts in what lies between the rows that both begin with and those that both end with.
    private static void exchange(List<LayerRow> rows, List<LayerRow> shown) {
        int least = Math.min(rows.size(), shown.size());
        int head = 0;
        while (head < least && rows.get(head).id().equals(shown.get(head).id())) {
            head++;
        }
        int tail = 0;
        while (tail < least - head
                && rows.get(rows.size() - 1 - tail)
                        .id()
                        .equals(shown.get(shown.size() - 1 - tail).id())) {
            tail++;
        }
        shown.subList(head, shown.size() - tail).clear();
        shown.addAll(head, rows.subList(head, rows.size() - tail));
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(shown.get(i))) {
                shown.set(i, rows.get(i));
            }
        }
    }

    /// Shows a node below a layer's row, as wide as the list and as high as it asks to be.
    ///
    /// @param node null = nothing any more
    void setExtra(LayerId id, Node node) {
        Node gone = node == null ? extras.remove(id) : extras.put(id, node);
        if (gone != null && !extras.containsValue(gone)) {
            gone.layoutBoundsProperty().removeListener(extraGrew);
        }
        if (node != null) {
            node.layoutBoundsProperty().removeListener(extraGrew);
            node.layoutBoundsProperty().addListener(extraGrew);
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

    /// Scrolls no further than it takes to show the whole row.
    void reveal(int index) {
        if (index >= 0) {
            flow().ifPresentOrElse(flow -> flow.scrollTo(index), () -> scrollTo(index));
        }
    }

    /// What scrolls; empty until the list is on screen.
    Optional<VirtualFlow<?>> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
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
                    .ifPresent(cell -> open(cell, (Node) event.getTarget()));
        }
    }

    /// A double click: the picture of a text, fill or placed layer opens what it is made of; else the name is edited.
    private void open(LayerCell cell, Node target) {
        boolean made = switch (cell.getItem().layer()) {
            case TextLayer _, FillLayer _, PlacedLayer _ -> true;
            default -> false;
        };
        if (made && LayerCell.isWithin(target, cell.pictures().layerPicture())) {
            onOpen.accept(cell.getItem().layer());
        } else {
            rename(cell.getItem().id());
        }
    }

    void rename(LayerId id) {
        int index = ids().indexOf(id);
        if (index >= 0) {
            reveal(index);
            renaming.set(id);
        }
    }

    /// @param name null = drop what was typed
    /// @param next whether the next row is to be renamed now
    void finishRename(LayerRow row, String name, boolean next) {
        int index = ids().indexOf(row.id());
        renaming.set(null);
        if (name != null) {
            edits.rename(row.layer(), name);
        }
        if (next && index + 1 < getItems().size()) {
            LayerId below = getItems().get(index + 1).id();
            editor.select(List.of(below));
            rename(below);
        } else {
            requestFocus();
        }
    }

    void reroll(LayerRow row) {
        editor.select(List.of(row.id()));
        onReroll.accept(row.id());
    }
}
