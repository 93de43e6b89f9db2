package org.layerloom.codec.project;

import org.layerloom.document.Raster;

/// The picture that stands for a lost one: slanting stripes that nobody takes for a design.
final class Stripes {
    private static final int MAGENTA = 0xc0e0109c;
    private static final int GREY = 0x60808080;
    /// Width of a stripe, px.
    private static final int STEP = 8;

    private Stripes() {}

    /// Stripes of the given size; nothing where they would have more pixels than `most`.
    static Raster of(int width, int height, long most) {
        if ((long) width * height > most) {
            return Raster.empty();
        }
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (i % width + i / width) / STEP % 2 == 0 ? MAGENTA : GREY;
        }
        return Raster.of(width, height, argb);
    }
}
