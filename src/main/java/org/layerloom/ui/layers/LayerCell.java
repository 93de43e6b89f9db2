package org.layerloom.ui.layers;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.GroupLayer;
import org.layerloom.edit.LayerMoves;
import org.layerloom.ui.Editor;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.Tags;
import org.layerloom.words.Words;

/// One row of the layer list: eye, tag bar, pictures, name, how it blends, its lock, and the dice.
final class LayerCell extends ListCell<LayerRow> {
    private static final Words WORDS = Words.of(LayerCell.class);

    private final LayerList list;
    private final Editor editor;
    private final IconButton eye = new IconButton("mdi2e-eye-outline", WORDS.text("hide", ""));
    private final Region tagBar = new Region();
    private final RowPictures pictures = new RowPictures();
    private final IconButton fold = new IconButton("mdi2c-chevron-down", WORDS.text("fold", ""));
    private final FontIcon folder = new FontIcon("mdi2f-folder-open");
    private final Label name = new Label();
    private final RenameField rename = new RenameField();
    private final Region space = new Region();
    private final Label meta = new Label();
    private final FontIcon lock = new FontIcon("mdi2l-lock");
    private final IconButton dice = new IconButton("mdi2d-dice-5-outline", WORDS.text("reroll", ""));
    private final HBox row = new HBox(eye, tagBar, fold, folder, pictures, name, rename, space, meta, lock, dice);
    private final Region dropMark = new Region();
    /// The row, and what stands below it.
    private final VBox content = new VBox(new StackPane(row, dropMark));
    private LayerRow shown;

    LayerCell(LayerList list, Editor editor) {
        this.list = list;
        this.editor = editor;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        row.getStyleClass().add("lrow");
        tagBar.getStyleClass().add("tagbar");
        name.getStyleClass().add("name");
        name.setMinWidth(0);
        meta.getStyleClass().add("meta");
        meta.setMinWidth(Region.USE_PREF_SIZE);
        lock.getStyleClass().addAll("tiny", "dim");
        dropMark.getStyleClass().add("layer-drop");
        dropMark.setMouseTransparent(true);
        dropMark.setVisible(false);
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(rename, Priority.ALWAYS);
        for (IconButton button : new IconButton[] {eye, fold, dice}) {
            button.setFocusTraversable(false);
        }
        eye.setOnAction(event -> list.edits().toggleVisible(getItem().layer()));
        fold.setOnAction(event -> toggleFold());
        dice.setOnAction(event -> list.reroll(getItem()));
        rename.setOnDone((text, next) -> list.finishRename(getItem(), text, next));
        listen();
    }

    private void listen() {
        hoverProperty().addListener((o, before, now) -> {
            if (!isEmpty()) {
                editor.hoveredProperty().set(now ? getItem().id() : null);
            }
        });
        editor.hoveredProperty().addListener(o -> mark());
        editor.selectedProperty().addListener(o -> mark());
        editor.selectionProperty().addListener(o -> mark());
        editor.maskEditedProperty().addListener(o -> mark());
        list.renamingProperty().addListener(o -> mark());
    }

    private void toggleFold() {
        if (getItem().layer() instanceof GroupLayer group) {
            list.edits().fold(group, !group.open());
        }
    }

    IconButton eye() {
        return eye;
    }

    RowPictures pictures() {
        return pictures;
    }

    /// Where a press neither selects nor begins a drag of the row.
    boolean isControl(Node node) {
        return isWithin(node, eye)
                || isWithin(node, fold)
                || isWithin(node, dice)
                || isWithin(node, rename)
                || !isWithin(node, row) && isWithin(node, content);
    }

    static boolean isWithin(Node node, Node ancestor) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == ancestor) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void updateItem(LayerRow item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : content);
        if (empty) {
            setAccessibleText(null);
            return;
        }
        showExtra();
        if (item != shown) {
            shown = item;
            show(item);
        }
        speak();
        mark();
    }

    private void show(LayerRow item) {
        boolean visible = item.props().visible();
        eye.setIcon(visible ? "mdi2e-eye-outline" : "mdi2e-eye-off-outline");
        eye.describe(WORDS.text(visible ? "hide" : "show", item.layer().name()), "");
        tagBar.setStyle("-fx-background-color: " + Tags.css(item.props().tag()) + ";");
        name.setText(item.layer().name());
        meta.setText(item.note());
        dice.describe(WORDS.text("reroll", item.layer().name()), "");
        show(lock, item.props().locks().any());
        toggleClass("off", !visible);
        showKind(item);
    }

    /// Says what the row is, and its place among its siblings, which changes without it.
    void speak() {
        setAccessibleText(getItem().spoken(editor.document()));
    }

    private void showKind(LayerRow item) {
        boolean group = item.layer() instanceof GroupLayer;
        toggleClass("group", group);
        show(fold, group && !item.found());
        show(folder, group);
        show(pictures, !group || item.props().mask().isPresent());
        pictures.show(item, list.thumbnails(), editor.document().canvas());
        HBox.setMargin(fold, null);
        HBox.setMargin(folder, null);
        HBox.setMargin(pictures, null);
        Node first = !group ? pictures : item.found() ? folder : fold;
        HBox.setMargin(first, new Insets(0, 0, 0, item.depth() * Drop.INDENT));
        if (item.layer() instanceof GroupLayer inner) {
            fold.setIcon(inner.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
            fold.describe(WORDS.text(inner.open() ? "fold" : "unfold", inner.name()), "");
            folder.setIconLiteral(inner.open() ? "mdi2f-folder-open" : "mdi2f-folder");
        }
    }

    /// Selection, hover and renaming, which change without the row.
    private void mark() {
        if (isEmpty() || getItem() == null) {
            return;
        }
        boolean selected = editor.selected().contains(getItem().id());
        boolean primary = getItem().id().equals(editor.selectionProperty().get());
        boolean hovered = getItem().id().equals(editor.hoveredProperty().get());
        boolean renaming = getItem().id().equals(list.renamingProperty().get());
        toggleClass("sel", selected);
        toggleClass("primary-row", primary && editor.selected().size() > 1);
        toggleClass("hover", hovered && !selected);
        pictures.markEdited(primary, editor.maskEditedProperty().get());
        show(dice, getItem().generated() && (primary || hovered) && !renaming);
        show(name, !renaming);
        space.setManaged(!renaming);
        show(meta, !renaming && !meta.getText().isEmpty());
        rename.show(renaming, getItem().layer().name());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Shows where dragged rows would land; null = no mark.
    void markDrop(Drop drop) {
        dropMark.setVisible(drop != null);
        dropMark.getStyleClass().removeAll("above", "below", "into");
        if (drop != null) {
            boolean into = drop.side() == LayerMoves.Side.INTO;
            dropMark.getStyleClass().add(into ? "into" : drop.side() == LayerMoves.Side.ABOVE ? "above" : "below");
            StackPane.setAlignment(dropMark, drop.side() == LayerMoves.Side.BELOW ? Pos.BOTTOM_LEFT : Pos.TOP_LEFT);
            StackPane.setMargin(dropMark, new Insets(0, 0, 0, into ? 0 : drop.left()));
        }
    }

    void markDragged(boolean dragged) {
        row.setOpacity(dragged ? 0.6 : 1);
    }

    /// The row alone.
    Node row() {
        return row;
    }

    /// Takes in the node that belongs below the row. The cell with which the list only measures rows takes none: a
    /// node is in one place.
    void showExtra() {
        Optional<Node> extra = list.extra(getItem().id());
        var below = content.getChildren().subList(1, content.getChildren().size());
        if (isOnScreen() && !below.equals(extra.stream().toList())) {
            below.clear();
            extra.ifPresent(content.getChildren()::add);
        }
    }

    /// Whether this is a cell that shows a row, not one that measures.
    boolean isOnScreen() {
        return isVisible() && (getParent() == null || getParent().isVisible());
    }

    private void toggleClass(String style, boolean on) {
        if (on != row.getStyleClass().contains(style)) {
            if (on) {
                row.getStyleClass().add(style);
            } else {
                row.getStyleClass().remove(style);
            }
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return LayerList.ROW + (isEmpty() ? 0 : list.extraHeight(getItem().id()));
    }
}
