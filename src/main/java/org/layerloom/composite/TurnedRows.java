package org.layerloom.composite;

import org.layerloom.document.Raster;
import org.layerloom.document.Transform;

/// Draws through any map that does not shrink: each pixel from the 4 x 4 pixels of the source around its centre, cut
/// softly at the source's edges.
final class TurnedRows implements Resampler.Rows {
    private final int[] argb;
    private final int width;
    private final int height;
    private final Transform back;
    /// How wide a pixel of the result is across the source's left and right edge, and across its upper and lower one.
    private final double stepX;
    private final double stepY;

    /// @param transform from the source's pixels to the document
    TurnedRows(Raster source, Transform transform) {
        this.argb = source.toArgb();
        this.width = source.width();
        this.height = source.height();
        this.back = transform.inverse();
        this.stepX = Math.hypot(back.xx(), back.xy());
        this.stepY = Math.hypot(back.yx(), back.yy());
    }

    @Override
    public void paint(int x, int y, int count, int[] into, int offset) {
        float[] sums = new float[4];
        float[] weights = new float[8];
        for (int i = 0; i < count; i++) {
            double u = back.x(x + i + 0.5, y + 0.5);
            double v = back.y(x + i + 0.5, y + 0.5);
            double covered = covered(u, width, stepX) * covered(v, height, stepY);
            if (covered > 0) {
                sample(u, v, sums, weights);
                into[offset + i] = Premultiplied.straight(sums[0], sums[1], sums[2], sums[3], (float) covered);
            }
        }
    }

    /// How much of a pixel `step` wide with its centre at `at` lies within 0 to `length`.
    private static double covered(double at, double length, double step) {
        return Math.clamp(at / step + 0.5, 0, 1) * Math.clamp((length - at) / step + 0.5, 0, 1);
    }

    private void sample(double u, double v, float[] sums, float[] weights) {
        int left = (int) Math.floor(u - 0.5) - 1;
        int top = (int) Math.floor(v - 0.5) - 1;
        for (int k = 0; k < 4; k++) {
            weights[k] = (float) Kernel.bicubic(left + k + 0.5 - u);
            weights[4 + k] = (float) Kernel.bicubic(top + k + 0.5 - v);
        }
        sums[0] = 0;
        sums[1] = 0;
        sums[2] = 0;
        sums[3] = 0;
        for (int row = 0; row < 4; row++) {
            int line = Math.clamp(top + row, 0, height - 1) * width;
            for (int k = 0; k < 4; k++) {
                int pixel = argb[line + Math.clamp(left + k, 0, width - 1)];
                float share = weights[4 + row] * weights[k] * (pixel >>> 24);
                sums[0] += share * (pixel >> 16 & 0xff);
                sums[1] += share * (pixel >> 8 & 0xff);
                sums[2] += share * (pixel & 0xff);
                sums[3] += share;
            }
        }
    }
}
