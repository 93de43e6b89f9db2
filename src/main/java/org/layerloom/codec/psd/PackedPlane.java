package org.layerloom.codec.psd;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// One channel of a picture, packed row by row.
///
/// @param counts how many packed bytes each row has
/// @param bands the packed rows, some in each array
record PackedPlane(int[] counts, List<byte[]> bands) {
    /// Pixels that are packed at a time: their packed channels stay in a core's cache.
    private static final int BAND = 1 << 17;

    /// Bits by which red, green, blue and alpha stand left in a pixel.
    private static final int[] SHIFTS = {16, 8, 0, 24};

    private static final int[] ALPHA = {24};

    /// Changes a row of pixels before it is packed.
    interface Edit {
        Edit NONE = row -> {};

        void edit(int[] argb);
    }

    /// Length in the file.
    long size(PsdVersion version) {
        return (long) counts.length * version.countBytes()
                + bands.stream().mapToLong(band -> band.length).sum();
    }

    void writeCounts(PsdVersion version, DataOutputStream out) throws IOException {
        for (int count : counts) {
            version.count(count, out);
        }
    }

    void writeRows(PackingProgress progress, DataOutputStream out) throws IOException {
        for (byte[] band : bands) {
            out.write(band);
            progress.written(band.length);
        }
    }

    /// The red, green, blue and alpha of a part of a picture, packed on all cores.
    static List<PackedPlane> of(Raster raster, Rect area, Edit edit, PackingProgress progress) {
        return of(raster, area, edit, SHIFTS, progress);
    }

    /// The alpha of a picture alone.
    static PackedPlane alpha(Raster raster, PackingProgress progress) {
        Rect area = new Rect(0, 0, raster.width(), raster.height());
        return of(raster, area, Edit.NONE, ALPHA, progress).getFirst();
    }

    private static List<PackedPlane> of(Raster raster, Rect area, Edit edit, int[] shifts, PackingProgress progress) {
        int rows = Math.clamp(BAND / area.width(), 1, area.height());
        int[][] counts = new int[shifts.length][area.height()];
        List<byte[][]> bands = IntStream.range(0, Math.ceilDiv(area.height(), rows))
                .parallel()
                .mapToObj(band -> {
                    Rect part = new Rect(area.x(), area.y() + band * rows, area.width(), rows).intersect(area);
                    byte[][] packed = band(raster, part, edit, shifts, counts, band * rows);
                    progress.packed(part.area());
                    return packed;
                })
                .toList();
        return IntStream.range(0, shifts.length)
                .mapToObj(c -> new PackedPlane(
                        counts[c], bands.stream().map(band -> band[c]).toList()))
                .toList();
    }

    /// Packs some rows.
    ///
    /// @param counts takes the rows' packed lengths, a plane each, from `first` on
    private static byte[][] band(Raster raster, Rect part, Edit edit, int[] shifts, int[][] counts, int first) {
        int[] argb = new int[part.width()];
        byte[] plane = new byte[part.width()];
        byte[][] packed = new byte[shifts.length][part.height() * PackBits.maxPacked(part.width())];
        int[] ends = new int[shifts.length];
        for (int y = 0; y < part.height(); y++) {
            raster.copyRow(part.x(), part.y() + y, argb.length, argb, 0);
            edit.edit(argb);
            for (int c = 0; c < shifts.length; c++) {
                extract(argb, shifts[c], plane);
                int end = PackBits.pack(plane, packed[c], ends[c]);
                counts[c][first + y] = end - ends[c];
                ends[c] = end;
            }
        }
        for (int c = 0; c < shifts.length; c++) {
            packed[c] = Arrays.copyOf(packed[c], ends[c]);
        }
        return packed;
    }

    private static void extract(int[] argb, int shift, byte[] plane) {
        for (int x = 0; x < argb.length; x++) {
            plane[x] = (byte) (argb[x] >> shift);
        }
    }
}
