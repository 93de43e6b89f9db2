package org.layerloom.ui.layers;

import javafx.geometry.Point2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/// The dragged row under the pointer, with how many there are. Lies over the list and takes no mouse.
final class DragGhost extends Pane {
    private static final double OPACITY = 0.6;
    private static final double BESIDE = 14;

    private final ImageView picture = new ImageView();
    private final Label count = new Label();

    DragGhost() {
        setMouseTransparent(true);
        setVisible(false);
        setMinSize(0, 0);
        setPrefSize(0, 0);
        picture.setOpacity(OPACITY);
        count.getStyleClass().add("layer-drag-count");
        getChildren().addAll(picture, count);
    }

    void show(LayerCell cell, int rows) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        picture.setImage(cell.row().snapshot(clear, null));
        count.setText(Integer.toString(rows));
        count.setVisible(rows > 1);
        setVisible(true);
    }

    /// @param grip how far below the row's upper edge it was taken, px
    void moveTo(double sceneX, double sceneY, double grip) {
        Point2D point = sceneToLocal(sceneX, sceneY);
        picture.setLayoutY(point.getY() - grip);
        count.relocate(point.getX() + BESIDE, point.getY());
        count.autosize();
    }

    void hide() {
        setVisible(false);
        picture.setImage(null);
    }
}
