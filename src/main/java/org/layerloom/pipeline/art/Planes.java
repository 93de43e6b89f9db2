package org.layerloom.pipeline.art;

/// Pixels between the packed form of pictures and the planes that networks take.
final class Planes {
    private static final float LEVELS = 255;

    private Planes() {}

    /// Red, green, blue, alpha, four to a pixel, as packed ARGB.
    static int[] argb(byte... rgba) {
        int[] argb = new int[rgba.length / 4];
        for (int i = 0; i < argb.length; i++) {
            int at = 4 * i;
            argb[i] = (rgba[at + 3] & 255) << 24
                    | (rgba[at] & 255) << 16
                    | (rgba[at + 1] & 255) << 8
                    | rgba[at + 2] & 255;
        }
        return argb;
    }

    /// Red, green, blue, three to a pixel, as packed opaque ARGB.
    static int[] opaque(byte... rgb) {
        int[] argb = new int[rgb.length / 3];
        for (int i = 0; i < argb.length; i++) {
            int at = 3 * i;
            argb[i] = 255 << 24 | (rgb[at] & 255) << 16 | (rgb[at + 1] & 255) << 8 | rgb[at + 2] & 255;
        }
        return argb;
    }

    /// Three planes of 0..1 as packed opaque ARGB; further planes are left out.
    static int[] opaque(float[] planes, int area) {
        int[] argb = new int[area];
        for (int i = 0; i < area; i++) {
            argb[i] = 255 << 24 | level(planes[i]) << 16 | level(planes[area + i]) << 8 | level(planes[2 * area + i]);
        }
        return argb;
    }

    private static int level(float value) {
        return Math.round(LEVELS * Math.clamp(value, 0f, 1f));
    }

    /// Straight red, green, blue, alpha planes in 0..1.
    static float[] straight(int... argb) {
        int area = argb.length;
        float[] planes = new float[4 * area];
        for (int i = 0; i < area; i++) {
            planes[i] = (argb[i] >> 16 & 255) / LEVELS;
            planes[area + i] = (argb[i] >> 8 & 255) / LEVELS;
            planes[2 * area + i] = (argb[i] & 255) / LEVELS;
            planes[3 * area + i] = (argb[i] >>> 24) / LEVELS;
        }
        return planes;
    }

    /// Pixels laid on a canvas of mid grey at `left`, `top`: red, green, blue planes in -1..1, grey being 0.
    ///
    /// @param argb straight pixels, rows of `width`
    static float[] onGrey(int[] argb, int width, int left, int top, int canvasWidth, int canvasHeight) {
        int area = canvasWidth * canvasHeight;
        float[] planes = new float[3 * area];
        for (int i = 0; i < argb.length; i++) {
            int at = (top + i / width) * canvasWidth + left + i % width;
            float alpha = (argb[i] >>> 24) / LEVELS;
            planes[at] = alpha * ((argb[i] >> 16 & 255) / LEVELS * 2 - 1);
            planes[area + at] = alpha * ((argb[i] >> 8 & 255) / LEVELS * 2 - 1);
            planes[2 * area + at] = alpha * ((argb[i] & 255) / LEVELS * 2 - 1);
        }
        return planes;
    }
}
