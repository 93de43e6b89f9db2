package org.layerloom.edit.paint;

/// What a stroke leaves where it goes.
///
/// @param argb the colour, straight; of `MASK` the alpha is the value that the mask takes
public record Ink(Kind kind, int argb) {
    /// How the paint meets what is there.
    public enum Kind {
        /// Over what is there.
        COLOR,
        /// Colours only; the alpha stays.
        COLOR_WITHIN_ALPHA,
        /// Takes away.
        ERASE,
        /// Towards a value of the mask.
        MASK
    }

    public static Ink color(int argb, boolean withinAlpha) {
        return new Ink(withinAlpha ? Kind.COLOR_WITHIN_ALPHA : Kind.COLOR, argb);
    }

    public static Ink eraser() {
        return new Ink(Kind.ERASE, 0);
    }

    /// Shows as much as the colour is bright.
    public static Ink mask(int argb) {
        double luminance = 0.3 * (argb >> 16 & 255) + 0.59 * (argb >> 8 & 255) + 0.11 * (argb & 255);
        return new Ink(Kind.MASK, (int) Math.round(luminance) << 24);
    }

    /// A pixel under this ink.
    ///
    /// @param below straight ARGB
    /// @param amount 0..1
    int over(int below, double amount) {
        return switch (kind) {
            case COLOR -> painted(below, amount * (argb >>> 24) / 255);
            case COLOR_WITHIN_ALPHA -> tinted(below, amount * (argb >>> 24) / 255);
            case ERASE -> erased(below, amount);
            case MASK -> (int) Math.round((below >>> 24) + amount * ((argb >>> 24) - (below >>> 24))) << 24;
        };
    }

    private int painted(int below, double amount) {
        double kept = (below >>> 24) / 255.0 * (1 - amount);
        double alpha = amount + kept;
        int a = (int) Math.round(alpha * 255);
        return a == 0 ? 0 : a << 24 | mixed(below, amount / alpha);
    }

    private int tinted(int below, double amount) {
        return below >>> 24 == 0 ? below : below & 0xff000000 | mixed(below, amount);
    }

    private static int erased(int below, double amount) {
        int a = (int) Math.round((below >>> 24) * (1 - amount));
        return a == 0 ? 0 : a << 24 | below & 0xffffff;
    }

    private int mixed(int below, double share) {
        return channel(below, 16, share) << 16 | channel(below, 8, share) << 8 | channel(below, 0, share);
    }

    private int channel(int below, int shift, double share) {
        int from = below >> shift & 255;
        return (int) Math.round(from + share * ((argb >> shift & 255) - from));
    }
}
