package org.layerloom.composite;

/// Back from premultiplied sums to a straight pixel.
final class Premultiplied {
    private Premultiplied() {}

    /// @param red times alpha, 0..255 * 255; the kernels may lead a little beyond
    /// @param alpha 0..255
    /// @param covered how much of the pixel it covers, 0..1
    static int straight(float red, float green, float blue, float alpha, float covered) {
        int a = Math.clamp(Math.round(alpha * covered), 0, 255);
        return a == 0 ? 0 : a << 24 | channel(red, alpha) << 16 | channel(green, alpha) << 8 | channel(blue, alpha);
    }

    private static int channel(float premultiplied, float alpha) {
        return Math.clamp(Math.round(premultiplied / alpha), 0, 255);
    }
}
