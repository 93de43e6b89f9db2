package org.layerloom.network.vae;

import java.util.Random;

/// A picture of all sorts of colours beside each other: overlapping patches, some of one colour, some shaded, some
/// grained, as they meet in designs.
final class PatchPicture {
    private static final int PATCHES = 24;
    /// The part of the patches that are white, black or grey: much of a design is.
    private static final double GREYS = 0.25;

    private static final double SHADES = 0.5;
    private static final double GRAIN = 0.3;

    private PatchPicture() {}

    /// Red, green and blue planes in -1..1, of a square.
    static float[] draw(Random random, int side) {
        float[] planes = new float[3 * side * side];
        patch(planes, side, random, 0, 0, side, side);
        for (int i = 0; i < PATCHES; i++) {
            int width = side / 8 + random.nextInt(side / 2);
            int height = side / 8 + random.nextInt(side / 2);
            int left = random.nextInt(side) - width / 2;
            int top = random.nextInt(side) - height / 2;
            patch(planes, side, random, left, top, left + width, top + height);
        }
        return planes;
    }

    private static void patch(float[] planes, int side, Random random, int left, int top, int right, int bottom) {
        float[] from = colour(random);
        float[] to = random.nextDouble() < SHADES ? colour(random) : from;
        double grain = Math.max(0, random.nextDouble() - 0.5) * GRAIN;
        for (int y = Math.max(0, top); y < Math.min(side, bottom); y++) {
            float down = (float) (y - top) / (bottom - top);
            for (int x = Math.max(0, left); x < Math.min(side, right); x++) {
                float speck = (float) (grain * random.nextGaussian());
                for (int c = 0; c < 3; c++) {
                    float value = from[c] + (to[c] - from[c]) * down + speck;
                    planes[(c * side + y) * side + x] = Math.clamp(value, -1f, 1f);
                }
            }
        }
    }

    private static float[] colour(Random random) {
        float grey = 2 * random.nextFloat() - 1;
        return random.nextDouble() < GREYS
                ? new float[] {grey, grey, grey}
                : new float[] {2 * random.nextFloat() - 1, 2 * random.nextFloat() - 1, 2 * random.nextFloat() - 1};
    }
}
