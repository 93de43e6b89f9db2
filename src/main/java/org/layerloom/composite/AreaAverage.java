package org.layerloom.composite;

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
        float[] row = scaledRow(argb, offset);
        for (int y = (int) top; y < Math.min(height, bottom); y++) {
            float weight = (float) (Math.min(bottom, y + 1) - Math.max(top, y));
            int at = y * width * 4;
            for (int i = 0; i < row.length; i++) {
                sums[at + i] += weight * row[i];
            }
        }
        rows++;
    }

    private float[] scaledRow(int[] argb, int offset) {
        float[] row = new float[width * 4];
        double scale = (double) width / fromWidth;
        for (int x = 0; x < fromWidth; x++) {
            int pixel = argb[offset + x];
            if (pixel >>> 24 == 0) {
                continue;
            }
            double left = x * scale;
            double right = (x + 1) * scale;
            for (int to = (int) left; to < Math.min(width, right); to++) {
                addPixel(row, to * 4, pixel, (float) (Math.min(right, to + 1) - Math.max(left, to)));
            }
        }
        return row;
    }

    private static void addPixel(float[] row, int at, int pixel, float weight) {
        float alpha = weight * (pixel >>> 24);
        row[at] += alpha * (pixel >> 16 & 0xff);
        row[at + 1] += alpha * (pixel >> 8 & 0xff);
        row[at + 2] += alpha * (pixel & 0xff);
        row[at + 3] += alpha;
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
