package org.layerloom.codec.pdf;

import org.layerloom.document.BlendMode;

/// The names of blend modes in PDF (ISO 32000-1, table 136 and 137), which has 16 of ours.
public final class PdfMode {
    private PdfMode() {}

    /// The mode itself, or the one that looks most like it.
    public static String of(BlendMode mode) {
        return switch (mode) {
            case NORMAL, PASS_THROUGH -> "Normal";
            case DARKEN -> "Darken";
            case MULTIPLY -> "Multiply";
            case COLOR_BURN -> "ColorBurn";
            case LIGHTEN -> "Lighten";
            case SCREEN -> "Screen";
            case COLOR_DODGE -> "ColorDodge";
            case OVERLAY -> "Overlay";
            case SOFT_LIGHT -> "SoftLight";
            case HARD_LIGHT -> "HardLight";
            case DIFFERENCE -> "Difference";
            case EXCLUSION -> "Exclusion";
            case HUE -> "Hue";
            case SATURATION -> "Saturation";
            case COLOR -> "Color";
            case LUMINOSITY -> "Luminosity";
            case DISSOLVE -> "Normal";
            case LINEAR_BURN -> "Multiply";
            case DARKER_COLOR -> "Darken";
            case LINEAR_DODGE, DIVIDE -> "Screen";
            case LIGHTER_COLOR -> "Lighten";
            case VIVID_LIGHT, LINEAR_LIGHT, PIN_LIGHT, HARD_MIX -> "HardLight";
            case SUBTRACT -> "Difference";
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
