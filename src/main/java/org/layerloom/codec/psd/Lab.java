package org.layerloom.codec.psd;

/// CIELAB under D50, as Photoshop stores it, turned into sRGB. Checked against LittleCMS.
final class Lab {
    private static final double WHITE_X = 0.96422;
    private static final double WHITE_Z = 0.82521;
    /// Where the cube becomes a line: 6 / 29.
    private static final double BEND = 6.0 / 29;

    private Lab() {}

    /// @param l 0..255 for a lightness of 0 to 100
    /// @param a 128 for none
    /// @param b 128 for none
    static int rgb(int l, int a, int b) {
        double fy = (l * 100 / 255.0 + 16) / 116;
        double x = WHITE_X * cube(fy + (a - 128) / 500.0);
        double y = cube(fy);
        double z = WHITE_Z * cube(fy - (b - 128) / 200.0);
        // XYZ under D50, adapted by Bradford to D65, to the primaries of sRGB.
        return sample(3.1338561 * x - 1.6168667 * y - 0.4906146 * z) << 16
                | sample(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z) << 8
                | sample(0.0719453 * x - 0.2289914 * y + 1.4052427 * z);
    }

    private static double cube(double f) {
        return f > BEND ? f * f * f : 3 * BEND * BEND * (f - 4.0 / 29);
    }

    private static int sample(double light) {
        return Srgb.of(Math.clamp(light, 0, 1));
    }
}
