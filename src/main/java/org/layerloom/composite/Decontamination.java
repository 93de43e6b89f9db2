package org.layerloom.composite;

import java.util.Arrays;

/// Gives translucent pixels clean straight colours: takes the grey out that a codec composited them on, and lets
/// the colours of the nearest opaque pixels bleed outward under the soft edge.
///
/// A small error of a codec grows by 1/alpha in a straight colour. So a colour is moved towards that of the nearest
/// opaque pixel, but only as far as changes the layer's composite on any backdrop by at most [#TOLERANCE] levels:
/// edge noise goes, a dark shadow around a bright thing stays dark.
public final class Decontamination {
    /// Most that the bleed may change a composite, in levels of 255.
    static final int TOLERANCE = 10;
    /// How far colours reach into wholly transparent pixels, so that resampling finds no black there.
    static final int REACH = 8;
    /// Alpha from which a pixel lends its colour to others.
    private static final int OPAQUE = 242;
    /// Alpha this close to 0 or 1 is a codec's noise.
    private static final float ALPHA_NOISE = 0.02f;

    private Decontamination() {}

    /// Straight ARGB of a layer that a codec gave as colour on mid grey.
    ///
    /// @param planes red, green, blue composited on grey 0.5, then alpha: four planes of `width * height` values
    /// @return `width * height` straight ARGB pixels, colours bled outward, transparent black far from everything
    /// @throws IllegalArgumentException if `planes` is of another length
    public static int[] straight(float[] planes, int width, int height) {
        int area = width * height;
        if (planes.length != 4 * area) {
            throw new IllegalArgumentException(
                    planes.length + " values are not four planes of " + width + " x " + height + " pixels");
        }
        int[] argb = new int[area];
        for (int i = 0; i < area; i++) {
            float alpha = Math.clamp(planes[3 * area + i], 0f, 1f);
            int level = Math.round(255 * Math.clamp((alpha - ALPHA_NOISE) / (1 - 2 * ALPHA_NOISE), 0f, 1f));
            if (level > 0) {
                int red = colour(planes[i], alpha);
                int green = colour(planes[area + i], alpha);
                int blue = colour(planes[2 * area + i], alpha);
                argb[i] = level << 24 | red << 16 | green << 8 | blue;
            }
        }
        return bleed(argb, width, height);
    }

    /// Moves colours under soft alpha towards those of the nearest opaque pixels. Alpha and opaque pixels stay. A
    /// layer without any opaque pixel takes its most solid ones instead.
    ///
    /// @param argb `width * height` straight ARGB pixels; not changed
    public static int[] bleed(int[] argb, int width, int height) {
        int[] nearest = nearest(argb, width, height);
        int[] out = argb.clone();
        for (int i = 0; i < out.length; i++) {
            int source = nearest[i];
            int alpha = argb[i] >>> 24;
            if (source < 0 || source == i) {
                continue;
            }
            if (alpha == 0) {
                out[i] = distance(i, source, width) <= REACH * REACH ? argb[source] & 0xFFFFFF : 0;
            } else {
                out[i] = alpha << 24 | towards(argb[i], argb[source], TOLERANCE * 255 / alpha);
            }
        }
        return out;
    }

    private static int colour(float onGrey, float alpha) {
        return Math.round(255 * Math.clamp((onGrey - 0.5f * (1 - alpha)) / alpha, 0f, 1f));
    }

    private static int towards(int from, int to, int most) {
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int value = from >> shift & 255;
            int step = Math.clamp((to >> shift & 255) - value, -most, most);
            colour |= (value + step) << shift;
        }
        return colour;
    }

    /// Index of the nearest lending pixel of each pixel, -1 where there is none (two sweeps that hand on the
    /// nearest of the neighbours; Danielsson 1980, exact but for rare ties of a fraction of a pixel).
    private static int[] nearest(int[] argb, int width, int height) {
        int solid = Math.min(OPAQUE, Math.max(1, mostAlpha(argb) * 9 / 10));
        int[] nearest = new int[argb.length];
        Arrays.setAll(nearest, i -> argb[i] >>> 24 >= solid ? i : -1);
        for (int y = 0; y < height; y++) {
            sweepRow(nearest, width, y, y - 1);
        }
        for (int y = height - 1; y >= 0; y--) {
            sweepRow(nearest, width, y, y + 1 < height ? y + 1 : -1);
        }
        return nearest;
    }

    private static int mostAlpha(int[] argb) {
        int most = 0;
        for (int pixel : argb) {
            most = Math.max(most, pixel >>> 24);
        }
        return most;
    }

    /// Offers a row's pixels what the row `before` found (-1: none), then sweeps the row both ways.
    private static void sweepRow(int[] nearest, int width, int y, int before) {
        int row = y * width;
        for (int x = 0; x < width; x++) {
            if (before >= 0) {
                for (int dx = Math.max(x - 1, 0); dx <= Math.min(x + 1, width - 1); dx++) {
                    offer(nearest, row + x, nearest[before * width + dx], width);
                }
            }
            if (x > 0) {
                offer(nearest, row + x, nearest[row + x - 1], width);
            }
        }
        for (int x = width - 2; x >= 0; x--) {
            offer(nearest, row + x, nearest[row + x + 1], width);
        }
    }

    private static void offer(int[] nearest, int pixel, int candidate, int width) {
        if (candidate >= 0
                && (nearest[pixel] < 0 || distance(pixel, candidate, width) < distance(pixel, nearest[pixel], width))) {
            nearest[pixel] = candidate;
        }
    }

    /// Squared distance of two pixels.
    private static int distance(int a, int b, int width) {
        int dx = a % width - b % width;
        int dy = a / width - b / width;
        return dx * dx + dy * dy;
    }
}
