package org.layerloom.composite;

import java.util.Arrays;
import org.layerloom.document.Raster;

/// Scales a picture to any size by averaging, premultiplied, what falls into each pixel of the result. Takes the
/// picture row by row, top first, so that a large one need not be in memory.
public final class AreaAverage {
    private final int fromWidth;
    private final int fromHeight;
    private final int width;
    private final int height;
    /// Premultiplied red, green, blue and alpha of one result pixel after the other, summed with weights that add
    /// to 1.
    private final float[] sums;
    /// The same of the row of the result that is being summed, at the picture's full width, a plane each.
    private final float[][] columns;

    private int rows;

    /// Scales `fromWidth` x `fromHeight` px to `width` x `height` px.
    public AreaAverage(int fromWidth, int fromHeight, int width, int height) {
        if (fromWidth < 1 || fromHeight < 1 || width < 1 || height < 1) {
            throw new IllegalArgumentException("cannot scale " + fromWidth + " x " + fromHeight + " px to " + width
                    + " x " + height + ": a side is empty");
        }
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        this.width = width;
        this.height = height;
        this.sums = new float[Math.multiplyExact(4, Math.multiplyExact(width, height))];
        this.columns = new float[4][fromWidth];
    }

    /// Scales to the largest size of the same aspect that does not exceed the given sides, which are at least 1.
    public static AreaAverage within(int fromWidth, int fromHeight, int maxWidth, int maxHeight) {
        double scale = Math.min((double) maxWidth / fromWidth, (double) maxHeight / fromHeight);
        int width = (int) Math.clamp(Math.round(fromWidth * scale), 1, maxWidth);
        int height = (int) Math.clamp(Math.round(fromHeight * scale), 1, maxHeight);
        return new AreaAverage(fromWidth, fromHeight, width, height);
    }

    /// Scales a raster as `within` says; an empty one stays empty.
    public static Raster scale(Raster raster, int maxWidth, int maxHeight) {
        if (raster.isEmpty()) {
            return raster;
        }
        AreaAverage average = within(raster.width(), raster.height(), maxWidth, maxHeight);
        int[] row = new int[raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            raster.copyRow(0, y, row.length, row, 0);
            average.add(row, 0);
        }
        return average.result();
    }

    /// Takes the next row: straight ARGB from `offset` on.
    public void add(int[] argb, int offset) {
        if (rows == fromHeight) {
            throw new IllegalStateException("all " + fromHeight + " rows were added before");
        }
        double scale = (double) height / fromHeight;
        double top = rows * scale;
        double bottom = (rows + 1) * scale;
        rows++;
        for (int y = (int) top; y < Math.min(height, bottom); y++) {
            sum(argb, offset, (float) (Math.min(bottom, y + 1) - Math.max(top, y)));
            if (bottom >= y + 1 || rows == fromHeight) {
                finishRow(y);
            }
        }
    }

    private void sum(int[] argb, int offset, float weight) {
        float[] red = columns[0];
        float[] green = columns[1];
        float[] blue = columns[2];
        float[] alpha = columns[3];
        for (int x = 0; x < fromWidth; x++) {
            int pixel = argb[offset + x];
            float a = weight * (pixel >>> 24);
            red[x] += a * (pixel >> 16 & 0xff);
            green[x] += a * (pixel >> 8 & 0xff);
            blue[x] += a * (pixel & 0xff);
            alpha[x] += a;
        }
    }

    private void finishRow(int y) {
        double scale = (double) width / fromWidth;
        for (int x = 0; x < fromWidth; x++) {
            double left = x * scale;
            double right = (x + 1) * scale;
            for (int to = (int) left; to < Math.min(width, right); to++) {
                float weight = (float) (Math.min(right, to + 1) - Math.max(left, to));
                for (int plane = 0; plane < 4; plane++) {
                    sums[(y * width + to) * 4 + plane] += weight * columns[plane][x];
                }
            }
        }
        for (float[] plane : columns) {
            Arrays.fill(plane, 0);
        }
    }

    /// The scaled picture, once all rows are in.
    public Raster result() {
        if (rows != fromHeight) {
            throw new IllegalStateException(rows + " of " + fromHeight + " rows were added");
        }
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            float a = sums[i * 4 + 3];
            int alpha = Math.min(255, Math.round(a));
            argb[i] = alpha == 0
                    ? 0
                    : alpha << 24
                            | channel(sums[i * 4], a) << 16
                            | channel(sums[i * 4 + 1], a) << 8
                            | channel(sums[i * 4 + 2], a);
        }
        return Raster.of(width, height, argb);
    }

    private static int channel(float premultiplied, float alpha) {
        return Math.min(255, Math.round(premultiplied / alpha));
    }
}
