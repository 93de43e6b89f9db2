package org.layerloom.codec.psd;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.layerloom.document.Raster;

/// The flattened picture at the end of a PSD file, for readers that do not composite. Its colours are matted on
/// white, also where its alpha is written: readers take the white out again.
final class MergedPicture {
    private static final int RLE = 1;

    private MergedPicture() {}

    static boolean isOpaque(Raster raster) {
        int[] row = new int[raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            raster.copyRow(0, y, row.length, row, 0);
            for (int pixel : row) {
                if (pixel >>> 24 != 255) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The planes to write: three, or four with the alpha.
    static List<PackedPlane> planes(Raster raster, boolean alpha) {
        return PackedPlane.of(raster, MergedPicture::onWhite).subList(0, alpha ? 4 : 3);
    }

    static void write(List<PackedPlane> planes, DataOutputStream out) throws IOException {
        out.writeShort(RLE);
        for (PackedPlane plane : planes) {
            out.write(plane.counts());
        }
        for (PackedPlane plane : planes) {
            out.write(plane.rows());
        }
    }

    /// A pixel's colour over white; its alpha stays.
    static int onWhite(int argb) {
        int alpha = argb >>> 24;
        return alpha << 24
                | onWhite(argb >> 16 & 0xff, alpha) << 16
                | onWhite(argb >> 8 & 0xff, alpha) << 8
                | onWhite(argb & 0xff, alpha);
    }

    private static int onWhite(int colour, int alpha) {
        return (colour * alpha + 127) / 255 + 255 - alpha;
    }

    /// The straight colour of a matted pixel; 0 where it is transparent.
    static int fromWhite(int argb) {
        int alpha = argb >>> 24;
        return alpha == 0
                ? 0
                : alpha << 24
                        | fromWhite(argb >> 16 & 0xff, alpha) << 16
                        | fromWhite(argb >> 8 & 0xff, alpha) << 8
                        | fromWhite(argb & 0xff, alpha);
    }

    private static int fromWhite(int matted, int alpha) {
        return Math.clamp(((matted - (255 - alpha)) * 255 + alpha / 2) / alpha, 0, 255);
    }
}
