package org.layerloom.ui.place;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.layerloom.document.Raster;

/// Pictures of JavaFX, which the clipboard and dragged things bring, as rasters and back.
final class FxPictures {
    private FxPictures() {}

    static Raster raster(Image image) {
        int width = (int) image.getWidth();
        return Raster.drawn(
                width,
                (int) image.getHeight(),
                (top, rows, argb) -> image.getPixelReader()
                        .getPixels(0, top, width, rows, PixelFormat.getIntArgbInstance(), argb, 0, width));
    }

    static WritableImage image(Raster raster) {
        WritableImage image = new WritableImage(raster.width(), raster.height());
        int[] row = new int[raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            raster.copyRow(0, y, row.length, row, 0);
            image.getPixelWriter().setPixels(0, y, row.length, 1, PixelFormat.getIntArgbInstance(), row, 0, row.length);
        }
        return image;
    }
}
