package org.layerloom.codec.picture;

import java.awt.image.BufferedImage;
import org.layerloom.document.Raster;

/// Rasters as images of AWT, which the platform's writers take.
final class Images {
    private Images() {}

    /// @param type of AWT: with or without alpha
    static BufferedImage of(Raster raster, int type) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), type);
        int[] row = new int[raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            raster.copyRow(0, y, row.length, row, 0);
            image.getRaster().setDataElements(0, y, row.length, 1, row);
        }
        return image;
    }
}
