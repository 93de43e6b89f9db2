package org.layerloom.ui.versions;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// One version in a strip: its picture on a checkerboard, and its number.
final class VersionTile extends Button {
    /// Longest side of the picture on screen, px.
    static final int PICTURE = 60;

    /// What the border of the tile leaves, px.
    private static final int FACE = 62;

    private static final int CORNER = 8;

    /// @param caption `Now` or `2`, in the corner
    VersionTile(String caption, String spoken, ObservableValue<Image> picture) {
        getStyleClass().setAll("cand");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setFocusTraversable(false);
        setAccessibleText(spoken);
        ImageView view = new ImageView();
        view.imageProperty().bind(picture);
        view.setPreserveRatio(true);
        view.setFitWidth(PICTURE);
        view.setFitHeight(PICTURE);
        Label number = new Label(caption);
        number.getStyleClass().add("cand-no");
        StackPane.setAlignment(number, Pos.BOTTOM_LEFT);
        Region squares = new Region();
        squares.getStyleClass().add("cand-squares");
        StackPane face = new StackPane(squares, view, number);
        face.setMinSize(FACE, FACE);
        face.setMaxSize(FACE, FACE);
        Rectangle rounded = new Rectangle(FACE, FACE);
        rounded.setArcWidth(CORNER);
        rounded.setArcHeight(CORNER);
        face.setClip(rounded);
        setGraphic(face);
    }

    void setShown(boolean shown) {
        getStyleClass().remove("on");
        if (shown) {
            getStyleClass().add("on");
        }
    }
}
