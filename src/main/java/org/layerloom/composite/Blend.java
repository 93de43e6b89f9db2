package org.layerloom.composite;

import org.layerloom.document.BlendMode;

/// The 27 blend functions B(backdrop, source) on straight sRGB colours within 0..1, as Photoshop computes them.
///
/// The separable ones and those on hue, saturation and luminosity follow PDF 1.7 section 11.3.5; the extremes of
/// burn, dodge, vivid light, hard mix and divide, and the tie of darker and lighter colour, follow Photoshop.
public final class Blend {
    /// Tests for exactly 0, exactly 1 and ties are made with this tolerance: a step of 8 bits is 0.0039, one of
    /// luminosity 0.00004.
    static final float EPSILON = 1e-5f;

    private static final float HALF = 0.5f;

    private Blend() {}

    /// Whether the fill of a layer in this mode pulls its colours to the mode's neutral one, where in all others it
    /// fades the layer: Photoshop's special eight.
    public static boolean special(BlendMode mode) {
        return switch (mode) {
            case COLOR_BURN, LINEAR_BURN, COLOR_DODGE, LINEAR_DODGE, VIVID_LIGHT, LINEAR_LIGHT, HARD_MIX, DIFFERENCE ->
                true;
            default -> false;
        };
    }

    /// Blends one colour into another.
    ///
    /// @param fill 0..1, of a special mode; at 0 such a mode gives the backdrop. 1 for all other modes
    /// @param b the backdrop's red, green, blue
    /// @param s the source's red, green, blue
    /// @param out takes the result, within 0..1; may be `b` or `s`
    public static void colour(BlendMode mode, float fill, float[] b, float[] s, float[] out) {
        switch (mode) {
            case DARKER_COLOR -> copy(lum(s) < lum(b) - EPSILON ? s : b, out);
            case LIGHTER_COLOR -> copy(lum(s) > lum(b) + EPSILON ? s : b, out);
            case HUE -> {
                float lum = lum(b);
                setSat(s, sat(b), out);
                setLum(out, lum, out);
            }
            case SATURATION -> {
                float lum = lum(b);
                setSat(b, sat(s), out);
                setLum(out, lum, out);
            }
            case COLOR -> setLum(s, lum(b), out);
            case LUMINOSITY -> setLum(b, lum(s), out);
            default -> {
                for (int c = 0; c < 3; c++) {
                    out[c] = unit(filled(mode, fill, b[c], s[c]));
                }
            }
        }
    }

    /// One channel of a separable mode at any fill.
    private static float filled(BlendMode mode, float fill, float b, float s) {
        if (fill >= 1 - EPSILON) {
            return channel(mode, b, s);
        }
        return switch (mode) {
            case HARD_MIX -> (b - fill * (1 - s)) / (1 - fill);
            case COLOR_BURN, LINEAR_BURN -> channel(mode, b, 1 + fill * (s - 1));
            case VIVID_LIGHT, LINEAR_LIGHT -> channel(mode, b, HALF + fill * (s - HALF));
            default -> channel(mode, b, fill * s);
        };
    }

    /// One channel of a separable mode.
    private static float channel(BlendMode mode, float b, float s) {
        return switch (mode) {
            case PASS_THROUGH, NORMAL, DISSOLVE -> s;
            case DARKEN -> Math.min(b, s);
            case MULTIPLY -> b * s;
            case COLOR_BURN -> b >= 1 - EPSILON ? 1 : burn(b, s);
            case LINEAR_BURN -> b + s - 1;
            case LIGHTEN -> Math.max(b, s);
            case SCREEN -> b + s - b * s;
            case COLOR_DODGE -> b <= EPSILON ? 0 : dodge(b, s);
            case LINEAR_DODGE -> b + s;
            case OVERLAY -> hardLight(s, b);
            case SOFT_LIGHT -> softLight(b, s);
            case HARD_LIGHT -> hardLight(b, s);
            case VIVID_LIGHT -> s <= HALF ? burn(b, 2 * s) : dodge(b, 2 * s - 1);
            case LINEAR_LIGHT -> b + 2 * s - 1;
            case PIN_LIGHT -> s <= HALF ? Math.min(b, 2 * s) : Math.max(b, 2 * s - 1);
            case HARD_MIX -> hardMix(b, s);
            case DIFFERENCE -> Math.abs(b - s);
            case EXCLUSION -> b + s - 2 * b * s;
            case SUBTRACT -> b - s;
            case DIVIDE -> divide(b, s);
            case DARKER_COLOR, LIGHTER_COLOR, HUE, SATURATION, COLOR, LUMINOSITY ->
                throw new IllegalArgumentException(mode + " does not blend one channel at a time");
        };
    }

    /// Here a black source wins over a white backdrop: vivid light. Colour burn tests the backdrop before.
    private static float burn(float b, float s) {
        return s <= EPSILON ? 0 : 1 - Math.min(1, (1 - b) / s);
    }

    /// Here a white source wins over a black backdrop: vivid light. Colour dodge tests the backdrop before.
    private static float dodge(float b, float s) {
        return s >= 1 - EPSILON ? 1 : Math.min(1, b / (1 - s));
    }

    private static float hardLight(float b, float s) {
        return s <= HALF ? 2 * b * s : 1 - 2 * (1 - b) * (1 - s);
    }

    private static float softLight(float b, float s) {
        if (s <= HALF) {
            return b - (1 - 2 * s) * b * (1 - b);
        }
        float d = b <= 0.25f ? ((16 * b - 12) * b + 4) * b : (float) Math.sqrt(b);
        return b + (2 * s - 1) * (d - b);
    }

    private static float hardMix(float b, float s) {
        float sum = b + s;
        if (Math.abs(sum - 1) <= EPSILON) {
            return b > HALF ? 1 : 0;
        }
        return sum > 1 ? 1 : 0;
    }

    private static float divide(float b, float s) {
        if (b <= EPSILON) {
            return 0;
        }
        return s <= EPSILON ? 1 : Math.min(1, b / s);
    }

    private static float lum(float[] c) {
        return 0.3f * c[0] + 0.59f * c[1] + 0.11f * c[2];
    }

    private static float max(float[] c) {
        return Math.max(c[0], Math.max(c[1], c[2]));
    }

    private static float min(float[] c) {
        return Math.min(c[0], Math.min(c[1], c[2]));
    }

    private static float sat(float[] c) {
        return max(c) - min(c);
    }

    private static void setSat(float[] c, float sat, float[] out) {
        float min = min(c);
        float range = max(c) - min;
        float scale = range > 0 ? sat / range : 0;
        for (int i = 0; i < 3; i++) {
            out[i] = (c[i] - min) * scale;
        }
    }

    private static void setLum(float[] c, float lum, float[] out) {
        float shift = lum - lum(c);
        for (int i = 0; i < 3; i++) {
            out[i] = c[i] + shift;
        }
        clipColour(out);
    }

    /// Pulls a colour that left 0..1 back along the line to its grey, so that its luminosity stays.
    private static void clipColour(float[] c) {
        float lum = lum(c);
        float min = min(c);
        float max = max(c);
        float below = min < 0 ? lum / (lum - min) : 1;
        // The second step acts on what the first left, with the extremes taken before both.
        float above = max > 1 ? (1 - lum) / (max - lum) : 1;
        for (int i = 0; i < 3; i++) {
            c[i] = unit(lum + (c[i] - lum) * below * above);
        }
    }

    private static void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, 3);
    }

    private static float unit(float v) {
        return Math.clamp(v, 0f, 1f);
    }
}
