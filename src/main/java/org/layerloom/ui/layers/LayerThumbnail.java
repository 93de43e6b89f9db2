package org.layerloom.ui.layers;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.layerloom.document.Raster;

/// A layer's picture on a checkerboard, 30 x 28.
final class LayerThumbnail extends StackPane {
    private static final int CORNER = 6;

    private final ImageView view = new ImageView();

    LayerThumbnail() {
        getStyleClass().add("layer-thumb");
        Region squares = new Region();
        squares.getStyleClass().add("layer-thumb-squares");
        squares.setMaxSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        view.setPreserveRatio(true);
        view.setFitWidth(Thumbnails.WIDTH);
        view.setFitHeight(Thumbnails.HEIGHT);
        getChildren().addAll(squares, view);
        setMinSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        setPrefSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        setMaxSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        Rectangle rounded = new Rectangle(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        rounded.setArcWidth(CORNER);
        rounded.setArcHeight(CORNER);
        setClip(rounded);
    }

    void show(Raster raster, Thumbnails thumbnails) {
        view.imageProperty().unbind();
        view.imageProperty().bind(thumbnails.of(raster));
    }
}
