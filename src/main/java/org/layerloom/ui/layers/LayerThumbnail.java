package org.layerloom.ui.layers;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/// A small picture, 30 x 28, on a checkerboard; in its corner a mark of the layer's kind.
final class LayerThumbnail extends StackPane {
    private static final int CORNER = 6;

    private final ImageView view = new ImageView();
    private final FontIcon mark = new FontIcon();
    private final StackPane markTile = new StackPane(mark);

    LayerThumbnail() {
        getStyleClass().add("layer-thumb");
        Region squares = new Region();
        squares.getStyleClass().add("layer-thumb-squares");
        squares.setMaxSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        view.setPreserveRatio(true);
        view.setFitWidth(Thumbnails.WIDTH);
        view.setFitHeight(Thumbnails.HEIGHT);
        markTile.getStyleClass().add("layer-kind");
        markTile.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(markTile, Pos.BOTTOM_RIGHT);
        markTile.setVisible(false);
        getChildren().addAll(squares, view, markTile);
        setMinSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        setPrefSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        setMaxSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        Rectangle rounded = new Rectangle(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        rounded.setArcWidth(CORNER);
        rounded.setArcHeight(CORNER);
        setClip(rounded);
    }

    void show(ObservableValue<Image> picture) {
        view.imageProperty().unbind();
        view.imageProperty().bind(picture);
    }

    /// Marks what is not mere pixels.
    void mark(LayerKind kind) {
        markTile.setVisible(kind != LayerKind.PIXELS);
        mark.setIconLiteral(kind.icon());
    }
}
