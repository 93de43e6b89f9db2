package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// Makes straight ARGB of a file's channels.
///
/// @param palette opaque colours, 256 of them; empty in all modes but indexed
record Colours(ColourMode mode, int[] palette) {
    private static final Words WORDS = Words.of(Colours.class);
    private static final int PALETTE = 256;
    private static final int OPAQUE = 0xff000000;

    /// @param section the header's colour data: of indexed files 256 reds, greens and blues
    static Colours of(ColourMode mode, byte[] section) throws IOException {
        if (mode != ColourMode.INDEXED) {
            return new Colours(mode, new int[0]);
        }
        if (section.length < 3 * PALETTE) {
            throw new IOException(WORDS.text("palette.short", section.length));
        }
        int[] palette = new int[PALETTE];
        for (int i = 0; i < PALETTE; i++) {
            palette[i] = OPAQUE
                    | (section[i] & 0xff) << 16
                    | (section[PALETTE + i] & 0xff) << 8
                    | section[2 * PALETTE + i] & 0xff;
        }
        return new Colours(mode, palette);
    }

    /// The same colours with one of the palette being transparent; unchanged where there is no such one.
    Colours without(int index) {
        if (index < 0 || index >= palette.length) {
            return this;
        }
        int[] rest = palette.clone();
        rest[index] = 0;
        return new Colours(mode, rest);
    }

    /// Draws a picture and closes its channels.
    ///
    /// @param channels as many as make a colour, then the alpha if there is one
    Raster raster(int width, int height, List<Samples> channels) throws IOException {
        try {
            byte[][] rows = new byte[channels.size()][];
            return Raster.ofRows(width, height, argb -> {
                for (int c = 0; c < rows.length; c++) {
                    rows[c] = channels.get(c).next();
                }
                boolean plain = isPlain(rows);
                row(rows, argb, plain ? 1 : width);
                if (plain) {
                    Arrays.fill(argb, argb[0]);
                }
            });
        } finally {
            channels.forEach(Samples::close);
        }
    }

    /// Whether a row is of one colour, as rows of fills, gradients and what is transparent are.
    private static boolean isPlain(byte[][] rows) {
        for (byte[] row : rows) {
            if (Arrays.mismatch(row, 0, row.length - 1, row, 1, row.length) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// @param length how many pixels are wanted
    private void row(byte[][] rows, int[] argb, int length) {
        boolean transparent = rows.length > mode.planes();
        if (mode == ColourMode.RGB && transparent) {
            rgba(rows, argb, length); // nearly all layers there are
            return;
        }
        colour(rows, argb, length);
        if (transparent) {
            alpha(rows[mode.planes()], argb, length);
        }
    }

    private void colour(byte[][] rows, int[] argb, int length) {
        switch (mode) {
            case RGB -> rgb(rows[0], rows[1], rows[2], argb, length);
            case LAB -> lab(rows[0], rows[1], rows[2], argb, length);
            case CMYK -> cmyk(rows, argb, length);
            case INDEXED -> indexed(rows[0], argb, length);
            case BITMAP, GREY, DUOTONE, MULTICHANNEL -> rgb(rows[0], rows[0], rows[0], argb, length);
        }
    }

    private static void rgb(byte[] red, byte[] green, byte[] blue, int[] argb, int length) {
        for (int x = 0; x < length; x++) {
            argb[x] = OPAQUE | (red[x] & 0xff) << 16 | (green[x] & 0xff) << 8 | blue[x] & 0xff;
        }
    }

    private static void rgba(byte[][] rows, int[] argb, int length) {
        byte[] red = rows[0];
        byte[] green = rows[1];
        byte[] blue = rows[2];
        byte[] alpha = rows[3];
        for (int x = 0; x < length; x++) {
            argb[x] = alpha[x] << 24 | (red[x] & 0xff) << 16 | (green[x] & 0xff) << 8 | blue[x] & 0xff;
        }
    }

    private void indexed(byte[] row, int[] argb, int length) {
        for (int x = 0; x < length; x++) {
            argb[x] = palette[row[x] & 0xff];
        }
    }

    private static void lab(byte[] l, byte[] a, byte[] b, int[] argb, int length) {
        for (int x = 0; x < length; x++) {
            argb[x] = OPAQUE | Lab.rgb(l[x] & 0xff, a[x] & 0xff, b[x] & 0xff);
        }
    }

    /// Files hold what the inks let through: 255 is none of an ink.
    private static void cmyk(byte[][] rows, int[] argb, int length) {
        for (int x = 0; x < length; x++) {
            int black = rows[3][x] & 0xff;
            argb[x] = OPAQUE
                    | through(rows[0][x] & 0xff, black) << 16
                    | through(rows[1][x] & 0xff, black) << 8
                    | through(rows[2][x] & 0xff, black);
        }
    }

    private static int through(int ink, int black) {
        return (ink * black + 127) / 255;
    }

    private static void alpha(byte[] alpha, int[] argb, int length) {
        for (int x = 0; x < length; x++) {
            argb[x] = argb[x] & ~OPAQUE | alpha[x] << 24;
        }
    }
}
