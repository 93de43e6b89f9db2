package org.layerloom.codec.export;

import org.layerloom.document.Raster;

/// A colour under what is transparent.
final class Matte {
    private Matte() {}

    /// @param colour straight; its alpha does not count
    static Raster under(Raster raster, int colour) {
        return Raster.drawn(raster.width(), raster.height(), (top, rows, argb) -> {
            for (int row = 0; row < rows; row++) {
                raster.copyRow(0, top + row, raster.width(), argb, row * raster.width());
            }
            for (int i = 0; i < argb.length; i++) {
                argb[i] = under(argb[i], colour);
            }
        });
    }

    private static int under(int pixel, int colour) {
        int alpha = pixel >>> 24;
        return 0xff000000
                | mix(pixel >> 16 & 255, colour >> 16 & 255, alpha) << 16
                | mix(pixel >> 8 & 255, colour >> 8 & 255, alpha) << 8
                | mix(pixel & 255, colour & 255, alpha);
    }

    private static int mix(int over, int below, int alpha) {
        return (over * alpha + below * (255 - alpha) + 127) / 255;
    }
}
