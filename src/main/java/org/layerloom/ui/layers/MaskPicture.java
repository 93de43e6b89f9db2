package org.layerloom.ui.layers;

import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// What the picture of a mask depends on beside its pixels: where they lie on which page.
record MaskPicture(Rect bounds, int outside, Rect page) {
    /// Samples along one side of what becomes one pixel; the others are passed over.
    private static final int SAMPLES = 4;

    static MaskPicture of(Mask mask, Rect page) {
        return new MaskPicture(mask.bounds(), mask.outside(), page);
    }

    /// The page as the mask shows it, white where it does and black where it hides, in at most so many px.
    Raster draw(Mask mask, int width, int height) {
        double scale = Math.min((double) width / page.width(), (double) height / page.height());
        int w = Math.max(1, (int) Math.round(page.width() * scale));
        int h = Math.max(1, (int) Math.round(page.height() * scale));
        int[] argb = new int[w * h];
        for (int i = 0; i < argb.length; i++) {
            int grey = average(mask, i % w, i / w, (double) page.width() / w, (double) page.height() / h);
            argb[i] = 0xff000000 | grey * 0x010101;
        }
        return Raster.of(w, h, argb);
    }

    private int average(Mask mask, int px, int py, double stepX, double stepY) {
        int sum = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int x = (int) ((px + (i % SAMPLES + 0.5) / SAMPLES) * stepX);
            int y = (int) ((py + (i / SAMPLES + 0.5) / SAMPLES) * stepY);
            sum += bounds.contains(x, y) ? mask.raster().argb(x - bounds.x(), y - bounds.y()) >>> 24 : outside;
        }
        return (sum + SAMPLES * SAMPLES / 2) / (SAMPLES * SAMPLES);
    }
}
