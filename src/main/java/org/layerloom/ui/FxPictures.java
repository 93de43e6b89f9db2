package org.layerloom.ui;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import org.layerloom.document.Raster;

/// Pictures of JavaFX, for the screen and the clipboard, as rasters and back.
public final class FxPictures {
    private FxPictures() {}

    public static Raster raster(Image image) {
        int width = (int) image.getWidth();
        return Raster.drawn(
                width,
                (int) image.getHeight(),
                (top, rows, argb) -> image.getPixelReader()
                        .getPixels(0, top, width, rows, PixelFormat.getIntArgbInstance(), argb, 0, width));
    }

    /// A raster of some pixels as a picture.
    public static WritableImage image(Raster raster) {
        WritableImage image = new WritableImage(raster.width(), raster.height());
        PixelWriter writer = image.getPixelWriter();
        int[] row = new int[raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            raster.copyRow(0, y, row.length, row, 0);
            writer.setPixels(0, y, row.length, 1, PixelFormat.getIntArgbInstance(), row, 0, row.length);
        }
        return image;
    }
}
