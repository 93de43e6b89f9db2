package org.layerloom.codec.psd;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.layerloom.document.Raster;

/// One channel of a picture, packed row by row.
///
/// @param counts two bytes a row: how many packed bytes it has
/// @param rows the packed rows
record PackedPlane(byte[] counts, byte[] rows) {
    /// Bits by which red, green, blue and alpha stand left in a pixel.
    private static final int[] SHIFTS = {16, 8, 0, 24};

    private static final int[] ALPHA = {24};

    int size() {
        return counts.length + rows.length;
    }

    /// The red, green, blue and alpha of a picture whose pixels are changed by `edit` before.
    static List<PackedPlane> of(Raster raster, IntUnaryOperator edit) {
        return of(raster, edit, SHIFTS);
    }

    /// The alpha of a picture alone.
    static PackedPlane alpha(Raster raster) {
        return of(raster, IntUnaryOperator.identity(), ALPHA).getFirst();
    }

    private static List<PackedPlane> of(Raster raster, IntUnaryOperator edit, int[] shifts) {
        ByteArrayOutputStream[] counts = outputs(shifts.length);
        ByteArrayOutputStream[] rows = outputs(shifts.length);
        int[] argb = new int[raster.width()];
        byte[] plane = new byte[raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            raster.copyRow(0, y, argb.length, argb, 0);
            for (int x = 0; x < argb.length; x++) {
                argb[x] = edit.applyAsInt(argb[x]);
            }
            for (int c = 0; c < shifts.length; c++) {
                for (int x = 0; x < argb.length; x++) {
                    plane[x] = (byte) (argb[x] >> shifts[c]);
                }
                int count = PackBits.pack(plane, rows[c]);
                counts[c].write(count >> 8);
                counts[c].write(count);
            }
        }
        return IntStream.range(0, shifts.length)
                .mapToObj(c -> new PackedPlane(counts[c].toByteArray(), rows[c].toByteArray()))
                .toList();
    }

    private static ByteArrayOutputStream[] outputs(int count) {
        return Stream.generate(ByteArrayOutputStream::new).limit(count).toArray(ByteArrayOutputStream[]::new);
    }
}
