package org.layerloom.network.transparency;

import java.util.ArrayList;
import java.util.List;

/// Gives the transparent pixels of a picture the colours around them (`pad_rgb` of LayerDiffuse): a pyramid of
/// smaller and smaller pictures, filled from the smallest one up. Checked against OpenCV's INTER_AREA and
/// INTER_LINEAR.
public final class ColourPadding {
    private static final double SHRINK = 1.2;
    private static final int CHANNELS = 4;
    private static final float LEAST_ALPHA = 1e-8f;
    /// OpenCV leaves out what covers less of a pixel.
    private static final double LEAST_COVER = 1e-3;

    private ColourPadding() {}

    /// A picture of premultiplied colour and alpha in 0..1, pixel by pixel.
    record Level(int width, int height, float[] pixels) {
        Level shrunk() {
            int w = (int) (width / SHRINK);
            int h = (int) (height / SHRINK);
            float[] narrow = new Axis(pixels, height, width, w, CHANNELS).shrunk();
            return new Level(w, h, new Axis(narrow, 1, height, h, w * CHANNELS).shrunk());
        }
    }

    /// Colours in 0..1 (row by row, red, green, blue) of a picture with straight alpha; all 0 if no pixel can be
    /// seen.
    ///
    /// @param rgba row by row, red, green, blue, alpha
    public static float[] pad(byte[] rgba, int width, int height) {
        List<Level> levels = pyramid(rgba, width, height);
        float[] colour = meanColour(levels.getLast());
        int w = 1;
        int h = 1;
        for (Level level : levels.reversed()) {
            float[] wide = new Axis(colour, h, w, level.width, 3).enlarged();
            colour = new Axis(wide, 1, h, level.height, level.width * 3).enlarged();
            w = level.width;
            h = level.height;
            for (int i = 0; i < w * h; i++) {
                float rest = 1 - level.pixels[CHANNELS * i + 3];
                for (int c = 0; c < 3; c++) {
                    colour[3 * i + c] = level.pixels[CHANNELS * i + c] + colour[3 * i + c] * rest;
                }
            }
        }
        return colour;
    }

    static List<Level> pyramid(byte[] rgba, int width, int height) {
        float[] pixels = new float[rgba.length];
        for (int i = 0; i < rgba.length; i += CHANNELS) {
            float alpha = (rgba[i + 3] & 0xFF) / 255f;
            for (int c = 0; c < 3; c++) {
                pixels[i + c] = (rgba[i + c] & 0xFF) / 255f * alpha;
            }
            pixels[i + 3] = alpha;
        }
        List<Level> levels = new ArrayList<>(List.of(new Level(width, height, pixels)));
        while (Math.min(levels.getLast().width, levels.getLast().height) > 1) {
            levels.add(levels.getLast().shrunk());
        }
        return levels;
    }

    private static float[] meanColour(Level level) {
        double[] sums = new double[CHANNELS];
        for (int i = 0; i < level.pixels.length; i++) {
            sums[i % CHANNELS] += level.pixels[i];
        }
        float[] colour = new float[3];
        for (int c = 0; c < 3; c++) {
            colour[c] = (float) (sums[c] / Math.max(sums[3], LEAST_ALPHA));
        }
        return colour;
    }

    /// An array of the shape (lines, from, width) whose middle dimension is to become `to`.
    private record Axis(float[] values, int lines, int from, int to, int width) {
        /// Each new element is the mean of what it covers.
        float[] shrunk() {
            float[] out = new float[lines * to * width];
            double scale = (double) from / to;
            for (int at = 0; at < to; at++) {
                double start = at * scale;
                double cover = Math.min(scale, from - start);
                double end = start + scale;
                int last = Math.min((int) Math.floor(end), from - 1);
                int first = Math.min((int) Math.ceil(start), last);
                if (first - start > LEAST_COVER) {
                    add(first - 1, (first - start) / cover, out, at);
                }
                for (int source = first; source < last; source++) {
                    add(source, 1 / cover, out, at);
                }
                if (end - last > LEAST_COVER) {
                    add(last, Math.min(Math.min(end - last, 1), cover) / cover, out, at);
                }
            }
            return out;
        }

        /// Between the middles of two elements they are mixed, beyond the outer ones' they stay.
        float[] enlarged() {
            float[] out = new float[lines * to * width];
            double scale = (double) from / to;
            for (int at = 0; at < to; at++) {
                double place = Math.clamp((at + 0.5) * scale - 0.5, 0, from - 1);
                int low = (int) place;
                double share = place - low;
                add(low, 1 - share, out, at);
                if (share > 0) {
                    add(low + 1, share, out, at);
                }
            }
            return out;
        }

        private void add(int source, double weight, float[] out, int at) {
            float factor = (float) weight;
            for (int line = 0; line < lines; line++) {
                int read = (line * from + source) * width;
                int write = (line * to + at) * width;
                for (int i = 0; i < width; i++) {
                    out[write + i] += values[read + i] * factor;
                }
            }
        }
    }
}
