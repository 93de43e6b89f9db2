package org.layerloom.ui.canvas;

import javafx.scene.Cursor;
import javafx.scene.ImageCursor;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pointer's shape where a press turns something: systems have none of their own.
final class TurnCursor {
    private static final int SIZE = 20;

    private TurnCursor() {}

    static Cursor create() {
        FontIcon icon = new FontIcon("mdi2r-rotate-right");
        icon.setIconSize(SIZE);
        icon.setIconColor(Color.WHITE);
        icon.setStroke(Color.BLACK);
        icon.setStrokeWidth(0.8);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage image = icon.snapshot(clear, null);
        return new ImageCursor(image, image.getWidth() / 2, image.getHeight() / 2);
    }
}
