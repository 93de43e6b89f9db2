package org.layerloom.ui.layers;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.RasterLayer;
import org.layerloom.edit.LayerMoves;
import org.layerloom.ui.Editor;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.Tags;

/// One row of the layer list: eye, tag bar, picture, name, how it blends, and the dice.
final class LayerCell extends ListCell<LayerRow> {
    private static final double INDENT = 12;

    private final LayerList list;
    private final Editor editor;
    private final IconButton eye = new IconButton("mdi2e-eye-outline", "Hide");
    private final Region tagBar = new Region();
    private final LayerThumbnail thumbnail = new LayerThumbnail();
    private final IconButton fold = new IconButton("mdi2c-chevron-down", "Fold");
    private final FontIcon folder = new FontIcon("mdi2f-folder-open");
    private final Label name = new Label();
    private final RenameField rename = new RenameField();
    private final Region space = new Region();
    private final Label meta = new Label();
    private final IconButton dice = new IconButton("mdi2d-dice-5-outline", "Re-roll");
    private final HBox row = new HBox(eye, tagBar, fold, folder, thumbnail, name, rename, space, meta, dice);

    /// The row, and what stands below it.
    private final VBox content = new VBox(row);

    LayerCell(LayerList list, Editor editor) {
        this.list = list;
        this.editor = editor;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        content.setFillWidth(true);
        row.getStyleClass().add("lrow");
        tagBar.getStyleClass().add("tagbar");
        name.getStyleClass().add("name");
        name.setMinWidth(0);
        meta.getStyleClass().add("meta");
        meta.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(rename, Priority.ALWAYS);
        for (IconButton button : new IconButton[] {eye, fold, dice}) {
            button.setFocusTraversable(false);
        }
        eye.setOnAction(event -> list.toggleVisible(getItem()));
        fold.setOnAction(event -> list.toggleFold(getItem()));
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
        editor.selectionProperty().addListener(o -> mark());
        list.renamingProperty().addListener(o -> mark());
    }

    IconButton eye() {
        return eye;
    }

    /// Where a press does not begin a drag of the row.
    boolean isControl(Node node) {
        for (Node n = node; n != null && n != this; n = n.getParent()) {
            if (n == eye || n == fold || n == dice || n == rename) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void updateItem(LayerRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(content);
        showExtra();
        setAccessibleText(item.spoken());
        boolean visible = item.layer().props().visible();
        eye.setIcon(visible ? "mdi2e-eye-outline" : "mdi2e-eye-off-outline");
        eye.describe((visible ? "Hide " : "Show ") + item.layer().name(), "");
        tagBar.setStyle("-fx-background-color: " + Tags.css(item.layer().props().tag()) + ";");
        name.setText(item.layer().name());
        dice.describe("Re-roll " + item.layer().name(), "Ctrl+Shift+R");
        toggleClass("off", !visible);
        showKind(item);
        mark();
    }

    private void showKind(LayerRow item) {
        boolean group = item.layer() instanceof GroupLayer;
        toggleClass("group", group);
        for (Node node : new Node[] {fold, folder}) {
            node.setVisible(group);
            node.setManaged(group);
        }
        thumbnail.setVisible(!group);
        thumbnail.setManaged(!group);
        HBox.setMargin(group ? fold : thumbnail, new Insets(0, 0, 0, item.depth() * INDENT));
        switch (item.layer()) {
            case RasterLayer pixels -> {
                thumbnail.show(pixels.raster(), list.thumbnails());
                meta.setText(item.blending());
            }
            case GroupLayer inner -> {
                fold.setIcon(inner.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
                fold.describe((inner.open() ? "Fold " : "Unfold ") + inner.name(), "");
                folder.setIconLiteral(inner.open() ? "mdi2f-folder-open" : "mdi2f-folder");
                int count = inner.children().size();
                meta.setText(item.blending().isEmpty() ? count + (count == 1 ? " layer" : " layers") : item.blending());
            }
        }
        meta.setManaged(!meta.getText().isEmpty());
    }

    /// Selection, hover and renaming, which change without the row.
    private void mark() {
        if (isEmpty() || getItem() == null) {
            return;
        }
        boolean selected = getItem().id().equals(editor.selectionProperty().get());
        boolean hovered = getItem().id().equals(editor.hoveredProperty().get());
        boolean renaming = getItem().id().equals(list.renamingProperty().get());
        toggleClass("sel", selected);
        toggleClass("hover", hovered && !selected);
        boolean rollable = getItem().generated() && (selected || hovered) && !renaming;
        dice.setVisible(rollable);
        dice.setManaged(rollable);
        name.setVisible(!renaming);
        name.setManaged(!renaming);
        space.setManaged(!renaming);
        meta.setVisible(!renaming);
        meta.setManaged(!renaming && !meta.getText().isEmpty());
        rename.show(renaming, getItem().layer().name());
    }

    /// Shows whether the row is on its way (`drag`), or where the dragged one would land; null = no mark.
    void markDrop(LayerMoves.Side side) {
        toggleClass("drop-above", side == LayerMoves.Side.ABOVE);
        toggleClass("drop-below", side == LayerMoves.Side.BELOW);
        toggleClass("drop-into", side == LayerMoves.Side.INTO);
    }

    void markDragged(boolean dragged) {
        row.setOpacity(dragged ? 0.6 : 1);
    }

    /// Takes in the node that belongs below the row. The cell with which the list only measures rows takes none: a
    /// node is in one place.
    void showExtra() {
        Optional<Node> extra = list.extra(getItem().id());
        if (isOnScreen()
                && !content.getChildren()
                        .subList(1, content.getChildren().size())
                        .equals(extra.stream().toList())) {
            content.getChildren().remove(1, content.getChildren().size());
            extra.ifPresent(content.getChildren()::add);
        }
    }

    /// Whether this is a cell that shows a row, not one that measures.
    boolean isOnScreen() {
        return isVisible() && (getParent() == null || getParent().isVisible());
    }

    private void toggleClass(String style, boolean on) {
        row.getStyleClass().remove(style);
        if (on) {
            row.getStyleClass().add(style);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return LayerList.ROW + (isEmpty() ? 0 : list.extraHeight(getItem().id()));
    }
}
