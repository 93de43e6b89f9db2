package org.layerloom.composite;

import java.util.Random;
import org.layerloom.document.Raster;

/// Pictures to test with, and how far two of them are apart.
public final class Pictures {
    private Pictures() {}

    /// The largest difference of alpha or of a premultiplied colour in any pixel, in steps of 1/255.
    public static double premultipliedDifference(Raster a, Raster b) {
        if (a.width() != b.width() || a.height() != b.height()) {
            throw new AssertionError(a + " against " + b);
        }
        double worst = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                worst = Math.max(worst, difference(a.argb(x, y), b.argb(x, y)));
            }
        }
        return worst;
    }

    private static double difference(int p, int q) {
        int pa = p >>> 24;
        int qa = q >>> 24;
        double worst = Math.abs(pa - qa);
        for (int shift = 0; shift < 24; shift += 8) {
            worst = Math.max(worst, Math.abs((p >> shift & 0xff) * pa - (q >> shift & 0xff) * qa) / 255.0);
        }
        return worst;
    }

    /// Blocks of random colours with transparent, opaque and soft parts.
    public static Raster random(int width, int height, long seed) {
        Random random = new Random(seed);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int alpha = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> 255;
                default -> random.nextInt(256);
            };
            argb[i] = alpha << 24 | random.nextInt(1 << 24);
        }
        return Raster.of(width, height, argb);
    }
}
