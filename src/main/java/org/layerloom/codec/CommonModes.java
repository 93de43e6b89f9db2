package org.layerloom.codec;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.layerloom.document.BlendMode;

/// The 16 blend modes that CSS (Compositing and Blending Level 1) and PDF (ISO 32000-1, tables 136 and 137) share,
/// under the same names in two spellings.
public final class CommonModes {
    private CommonModes() {}

    /// Whether both formats have the mode; a group that passes through needs none.
    public static boolean has(BlendMode mode) {
        return mode == BlendMode.PASS_THROUGH || nearest(mode) == mode;
    }

    /// The mode in CSS, `color-burn`, or the one that looks most like it.
    public static String css(BlendMode mode) {
        return nearest(mode).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The mode in PDF, `ColorBurn`, or the one that looks most like it.
    public static String pdf(BlendMode mode) {
        return Arrays.stream(nearest(mode).name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static BlendMode nearest(BlendMode mode) {
        return switch (mode) {
            case NORMAL, DARKEN, MULTIPLY, COLOR_BURN, LIGHTEN, SCREEN, COLOR_DODGE, OVERLAY -> mode;
            case SOFT_LIGHT, HARD_LIGHT, DIFFERENCE, EXCLUSION, HUE, SATURATION, COLOR, LUMINOSITY -> mode;
            case PASS_THROUGH, DISSOLVE -> BlendMode.NORMAL;
            case LINEAR_BURN -> BlendMode.MULTIPLY;
            case DARKER_COLOR -> BlendMode.DARKEN;
            case LINEAR_DODGE, DIVIDE -> BlendMode.SCREEN;
            case LIGHTER_COLOR -> BlendMode.LIGHTEN;
            case VIVID_LIGHT, LINEAR_LIGHT, PIN_LIGHT, HARD_MIX -> BlendMode.HARD_LIGHT;
            case SUBTRACT -> BlendMode.DIFFERENCE;
        };
    }
}
