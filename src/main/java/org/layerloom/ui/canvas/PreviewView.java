package org.layerloom.ui.canvas;

import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import org.layerloom.document.Raster;
import org.layerloom.ui.FxPictures;
import org.layerloom.words.Words;

/// The picture that a run is making, laid over the page under a badge so that nobody takes it for a layer.
final class PreviewView extends Group {
    private static final double BADGE_INSET = 8;

    private final ImageView picture = new ImageView();
    private final Label badge = new Label(Words.of(PreviewView.class).text("preview.badge"));

    PreviewView(ObservableValue<Raster> previews) {
        setId("preview");
        setMouseTransparent(true);
        badge.getStyleClass().add("badge");
        badge.setMinWidth(Label.USE_PREF_SIZE);
        getChildren().addAll(picture, badge);
        previews.addListener((o, before, now) -> show(now));
        show(previews.getValue());
    }

    private void show(Raster raster) {
        boolean any = raster != null && !raster.isEmpty();
        setVisible(any);
        picture.setImage(any ? FxPictures.image(raster) : null);
    }

    void place(double x, double y, double width, double height) {
        picture.setX(x);
        picture.setY(y);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        badge.autosize();
        badge.relocate(Math.max(x, 0) + BADGE_INSET, Math.max(y, 0) + BADGE_INSET);
    }
}
