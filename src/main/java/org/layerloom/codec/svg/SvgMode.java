package org.layerloom.codec.svg;

import org.layerloom.document.BlendMode;

/// The names of blend modes in CSS (Compositing and Blending Level 1), which has 16 of ours.
public final class SvgMode {
    private SvgMode() {}

    /// The mode itself, or the one that looks most like it.
    public static String of(BlendMode mode) {
        return switch (mode) {
            case NORMAL, PASS_THROUGH -> "normal";
            case DARKEN -> "darken";
            case MULTIPLY -> "multiply";
            case COLOR_BURN -> "color-burn";
            case LIGHTEN -> "lighten";
            case SCREEN -> "screen";
            case COLOR_DODGE -> "color-dodge";
            case OVERLAY -> "overlay";
            case SOFT_LIGHT -> "soft-light";
            case HARD_LIGHT -> "hard-light";
            case DIFFERENCE -> "difference";
            case EXCLUSION -> "exclusion";
            case HUE -> "hue";
            case SATURATION -> "saturation";
            case COLOR -> "color";
            case LUMINOSITY -> "luminosity";
            case DISSOLVE -> "normal";
            case LINEAR_BURN -> "multiply";
            case DARKER_COLOR -> "darken";
            case LINEAR_DODGE, DIVIDE -> "screen";
            case LIGHTER_COLOR -> "lighten";
            case VIVID_LIGHT, LINEAR_LIGHT, PIN_LIGHT, HARD_MIX -> "hard-light";
            case SUBTRACT -> "difference";
        };
    }

    /// Whether the format has the mode.
    public static boolean has(BlendMode mode) {
        return switch (mode) {
            case DISSOLVE, LINEAR_BURN, DARKER_COLOR, LINEAR_DODGE, DIVIDE, LIGHTER_COLOR -> false;
            case VIVID_LIGHT, LINEAR_LIGHT, PIN_LIGHT, HARD_MIX, SUBTRACT -> false;
            default -> true;
        };
    }
}
