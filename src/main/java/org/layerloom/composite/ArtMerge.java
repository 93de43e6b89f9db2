package org.layerloom.composite;

import java.util.List;

/// Flattens layers as ART's `merged_rgba.png` is made: Pillow's integer `alpha_composite`, byte for byte, on an
/// opaque base.
///
/// The editor's own compositor rounds otherwise (by at most one level); this one is for files that are compared
/// with ART's.
public final class ArtMerge {
    private static final int UNIT = 255;
    /// Fractional bits of the weights.
    private static final int BITS = 7;

    private ArtMerge() {}

    /// @param base   opaque ARGB pixels
    /// @param layers straight ARGB pixels of the same size, bottom first
    /// @return opaque ARGB pixels
    public static int[] flatten(int[] base, List<int[]> layers) {
        int[] out = base.clone();
        for (int[] layer : layers) {
            for (int i = 0; i < out.length; i++) {
                out[i] = over(layer[i], out[i]);
            }
        }
        return out;
    }

    private static int over(int source, int backdrop) {
        int alpha = source >>> 24;
        if (alpha == 0) {
            return backdrop;
        }
        int outAlpha = alpha * UNIT + UNIT * (UNIT - alpha);
        int weight = alpha * UNIT * UNIT * (1 << BITS) / outAlpha;
        int rest = UNIT * (1 << BITS) - weight;
        return UNIT << 24
                | mix(source >> 16 & 255, backdrop >> 16 & 255, weight, rest) << 16
                | mix(source >> 8 & 255, backdrop >> 8 & 255, weight, rest) << 8
                | mix(source & 255, backdrop & 255, weight, rest);
    }

    private static int mix(int source, int backdrop, int weight, int rest) {
        int sum = source * weight + backdrop * rest + (0x80 << BITS);
        return (sum >> 8) + sum >> 8 >> BITS;
    }
}
