package org.layerloom.composite;

import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;

/// Scales along both axes, also mirrored or with the axes exchanged: first down the columns of a row's neighbourhood,
/// then along the row.
final class ScaledRows implements Resampler.Rows {
    private final Raster source;
    /// Columns of the result, from columns of the source, or from rows where the axes are exchanged.
    private final Kernel across;
    private final Kernel down;
    private final int left;
    private final int top;
    private final int width;

    /// @param bounds the pixels of the result
    ScaledRows(Raster source, Transform transform, Rect bounds) {
        boolean straight = Math.abs(transform.xx()) > Math.abs(transform.xy());
        this.source = straight ? source : transposed(source);
        double scaleX = straight ? transform.xx() : transform.xy();
        double scaleY = straight ? transform.yy() : transform.yx();
        this.across = Kernel.of(this.source.width(), scaleX, transform.dx(), bounds.x(), bounds.width());
        this.down = Kernel.of(this.source.height(), scaleY, transform.dy(), bounds.y(), bounds.height());
        this.left = bounds.x();
        this.top = bounds.y();
        this.width = this.source.width();
    }

    private static Raster transposed(Raster source) {
        return Raster.drawn(source.height(), source.width(), (from, rows, argb) -> {
            for (int row = 0; row < rows; row++) {
                for (int x = 0; x < source.height(); x++) {
                    argb[row * source.height() + x] = source.argb(from + row, x);
                }
            }
        });
    }

    @Override
    public void paint(int x, int y, int count, int[] argb, int offset) {
        float[] column = column(y - top);
        float covered = down.covered()[y - top];
        for (int i = 0; i < count; i++) {
            int at = x - left + i;
            float[] weights = across.weights()[at];
            int first = across.first()[at] * 4;
            float red = 0;
            float green = 0;
            float blue = 0;
            float alpha = 0;
            for (int k = 0; k < weights.length; k++) {
                int from = first + k * 4;
                red += weights[k] * column[from];
                green += weights[k] * column[from + 1];
                blue += weights[k] * column[from + 2];
                alpha += weights[k] * column[from + 3];
            }
            argb[offset + i] = Premultiplied.straight(red, green, blue, alpha, covered * across.covered()[at]);
        }
    }

    /// The source's columns at the height of one row of the result: premultiplied red, green, blue, alpha.
    private float[] column(int row) {
        float[] sums = new float[width * 4];
        int[] line = new int[width];
        float[] weights = down.weights()[row];
        for (int k = 0; k < weights.length; k++) {
            source.copyRow(0, down.first()[row] + k, width, line, 0);
            float weight = weights[k];
            for (int i = 0; i < width; i++) {
                int pixel = line[i];
                int alpha = pixel >>> 24;
                if (alpha != 0) {
                    float share = weight * alpha;
                    sums[i * 4] += share * (pixel >> 16 & 0xff);
                    sums[i * 4 + 1] += share * (pixel >> 8 & 0xff);
                    sums[i * 4 + 2] += share * (pixel & 0xff);
                    sums[i * 4 + 3] += share;
                }
            }
        }
        return sums;
    }
}
