package org.layerloom.pipeline.art;

import java.util.stream.IntStream;

/// Scales straight ARGB pixels: Lanczos of radius 3 on premultiplied values, widened when shrinking, edges
/// repeated.
final class Resampling {
    private static final double RADIUS = 3;
    private static final int PLANES = 4;

    private Resampling() {}

    /// A window of a picture, in px and fractions of px.
    record Window(double x, double y, double width, double height) {}

    /// Which source pixels make one target pixel.
    private record Taps(int[] at, float[] weight) {}

    /// @param argb   width * height straight pixels
    /// @param window the part of the picture that fills the result
    /// @return outWidth * outHeight straight pixels
    static int[] scale(int[] argb, int width, int height, Window window, int outWidth, int outHeight) {
        Taps[] columns = taps(width, window.x, window.width, outWidth);
        Taps[] rows = taps(height, window.y, window.height, outHeight);
        float[][] wide = new float[height][];
        IntStream.range(0, height).parallel().forEach(y -> wide[y] = across(argb, y * width, columns));
        int[] out = new int[outWidth * outHeight];
        IntStream.range(0, outHeight).parallel().forEach(y -> down(wide, rows[y], out, y * outWidth, outWidth));
        return out;
    }

    private static Taps[] taps(int size, double start, double length, int count) {
        double step = length / count;
        double stretch = Math.max(1, step);
        Taps[] taps = new Taps[count];
        for (int i = 0; i < count; i++) {
            double centre = start + (i + 0.5) * step - 0.5;
            int first = (int) Math.ceil(centre - RADIUS * stretch);
            int last = (int) Math.floor(centre + RADIUS * stretch);
            int[] at = new int[last - first + 1];
            float[] weight = new float[at.length];
            double sum = 0;
            for (int k = 0; k < at.length; k++) {
                at[k] = Math.clamp(first + k, 0, size - 1);
                weight[k] = (float) lanczos((first + k - centre) / stretch);
                sum += weight[k];
            }
            for (int k = 0; k < at.length; k++) {
                weight[k] /= (float) sum;
            }
            taps[i] = new Taps(at, weight);
        }
        return taps;
    }

    private static double lanczos(double x) {
        double t = Math.PI * x;
        return Math.abs(x) < 1e-9
                ? 1
                : Math.abs(x) >= RADIUS ? 0 : RADIUS * Math.sin(t) * Math.sin(t / RADIUS) / (t * t);
    }

    /// One row scaled across: premultiplied alpha, red, green, blue for each target column.
    private static float[] across(int[] argb, int row, Taps... columns) {
        float[] out = new float[columns.length * PLANES];
        for (int x = 0; x < columns.length; x++) {
            Taps taps = columns[x];
            for (int k = 0; k < taps.at.length; k++) {
                int pixel = argb[row + taps.at[k]];
                float alpha = (pixel >>> 24) * taps.weight[k];
                out[x * PLANES] += alpha;
                out[x * PLANES + 1] += alpha * (pixel >> 16 & 255);
                out[x * PLANES + 2] += alpha * (pixel >> 8 & 255);
                out[x * PLANES + 3] += alpha * (pixel & 255);
            }
        }
        return out;
    }

    private static void down(float[][] wide, Taps taps, int[] out, int start, int outWidth) {
        for (int x = 0; x < outWidth; x++) {
            float alpha = 0;
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int k = 0; k < taps.at.length; k++) {
                float[] row = wide[taps.at[k]];
                float weight = taps.weight[k];
                alpha += weight * row[x * PLANES];
                red += weight * row[x * PLANES + 1];
                green += weight * row[x * PLANES + 2];
                blue += weight * row[x * PLANES + 3];
            }
            int level = Math.clamp(Math.round(alpha), 0, 255);
            out[start + x] = level == 0
                    ? 0
                    : level << 24 | level(red / alpha) << 16 | level(green / alpha) << 8 | level(blue / alpha);
        }
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
