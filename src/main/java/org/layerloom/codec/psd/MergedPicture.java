package org.layerloom.codec.psd;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// The flattened picture at the end of a PSD file, for readers that do not composite. Its colours are matted on
/// white, also where its alpha is written: readers take the white out again.
final class MergedPicture {
    private static final int RLE = 1;

    private MergedPicture() {}

    /// The planes to write: three, or four with the alpha.
    static List<PackedPlane> planes(Raster raster, boolean alpha, PackingProgress progress) {
        Rect all = new Rect(0, 0, raster.width(), raster.height());
        return PackedPlane.of(raster, all, MergedPicture::onWhite, progress).subList(0, alpha ? 4 : 3);
    }

    static long size(List<PackedPlane> planes, PsdVersion version) {
        return Short.BYTES
                + planes.stream().mapToLong(plane -> plane.size(version)).sum();
    }

    static void write(List<PackedPlane> planes, PsdVersion version, PackingProgress progress, DataOutputStream out)
            throws IOException {
        out.writeShort(RLE);
        for (PackedPlane plane : planes) {
            plane.writeCounts(version, out);
        }
        for (PackedPlane plane : planes) {
            plane.writeRows(progress, out);
        }
    }

    private static void onWhite(int[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = onWhite(row[x]);
        }
    }

    /// A pixel's colour over white; its alpha stays.
    static int onWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255 || alpha == 0) {
            return alpha == 0 ? 0xffffff : argb;
        }
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
