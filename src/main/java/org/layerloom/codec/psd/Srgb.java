package org.layerloom.codec.psd;

/// Linear light as samples of sRGB (IEC 61966-2-1).
final class Srgb {
    /// In the dark, where the curve is steepest, a twentieth of a step of sRGB.
    private static final int STEPS = 65_535;

    private static final byte[] CURVE = curve();

    private Srgb() {}

    private static byte[] curve() {
        byte[] curve = new byte[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double light = i / (double) STEPS;
            double share = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            curve[i] = (byte) Math.round(share * 255);
        }
        return curve;
    }

    /// @param light 0..1
    static int of(double light) {
        return CURVE[(int) (light * STEPS + 0.5)] & 0xff;
    }
}
