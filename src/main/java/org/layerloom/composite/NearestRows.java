package org.layerloom.composite;

import org.layerloom.document.Raster;
import org.layerloom.document.Transform;

/// Takes for each pixel the source's pixel under its centre.
final class NearestRows implements Resampler.Rows {
    private final Raster source;
    private final Transform back;

    /// @param back from the document to the source's pixels
    NearestRows(Raster source, Transform back) {
        this.source = source;
        this.back = back;
    }

    @Override
    public void paint(int x, int y, int width, int[] argb, int offset) {
        for (int i = 0; i < width; i++) {
            double u = back.x(x + i + 0.5, y + 0.5);
            double v = back.y(x + i + 0.5, y + 0.5);
            if (u >= 0 && v >= 0 && u < source.width() && v < source.height()) {
                argb[offset + i] = source.argb((int) u, (int) v);
            }
        }
    }
}
