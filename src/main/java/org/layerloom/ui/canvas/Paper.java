package org.layerloom.ui.canvas;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/// What shows through where the page is transparent: grey squares, or white while the page holds no layer at all.
final class Paper extends Rectangle {
    private static final int SQUARE = 8;
    private static final Paint DARK = checker(Color.web("#4A4C52"), Color.web("#3A3C41"));
    private static final Paint LIGHT = checker(Color.web("#DADCE2"), Color.web("#C3C6CF"));

    private final ObservableBooleanValue dark;
    private boolean blank;

    Paper(ObservableBooleanValue dark) {
        this.dark = dark;
        setMouseTransparent(true);
        setSmooth(false);
        dark.addListener(change -> paint());
        paint();
    }

    void setBlank(boolean blank) {
        this.blank = blank;
        paint();
    }

    void place(double x, double y, double width, double height) {
        relocate(x, y);
        setWidth(width);
        setHeight(height);
    }

    private void paint() {
        setFill(blank ? Color.WHITE : dark.get() ? DARK : LIGHT);
    }

    private static Paint checker(Color one, Color two) {
        WritableImage image = new WritableImage(2 * SQUARE, 2 * SQUARE);
        PixelWriter writer = image.getPixelWriter();
        for (int y = 0; y < 2 * SQUARE; y++) {
            for (int x = 0; x < 2 * SQUARE; x++) {
                writer.setColor(x, y, x / SQUARE == y / SQUARE ? one : two);
            }
        }
        return new ImagePattern(image, 0, 0, 2 * SQUARE, 2 * SQUARE, false);
    }
}
