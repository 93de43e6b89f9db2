package org.layerloom.codec.psd;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.layerloom.document.BlendMode;

/// The four-letter keys of blend modes in PSD files.
final class PsdMode {
    private static final Map<String, BlendMode> MODES =
            Arrays.stream(BlendMode.values()).collect(Collectors.toUnmodifiableMap(PsdMode::key, mode -> mode));

    private PsdMode() {}

    static Optional<BlendMode> mode(String key) {
        return Optional.ofNullable(MODES.get(key));
    }

    static String key(BlendMode mode) {
        return switch (mode) {
            case PASS_THROUGH -> "pass";
            case NORMAL -> "norm";
            case DISSOLVE -> "diss";
            case DARKEN -> "dark";
            case MULTIPLY -> "mul ";
            case COLOR_BURN -> "idiv";
            case LINEAR_BURN -> "lbrn";
            case DARKER_COLOR -> "dkCl";
            case LIGHTEN -> "lite";
            case SCREEN -> "scrn";
            case COLOR_DODGE -> "div ";
            case LINEAR_DODGE -> "lddg";
            case LIGHTER_COLOR -> "lgCl";
            case OVERLAY -> "over";
            case SOFT_LIGHT -> "sLit";
            case HARD_LIGHT -> "hLit";
            case VIVID_LIGHT -> "vLit";
            case LINEAR_LIGHT -> "lLit";
            case PIN_LIGHT -> "pLit";
            case HARD_MIX -> "hMix";
            case DIFFERENCE -> "diff";
            case EXCLUSION -> "smud";
            case SUBTRACT -> "fsub";
            case DIVIDE -> "fdiv";
            case HUE -> "hue ";
            case SATURATION -> "sat ";
            case COLOR -> "colr";
            case LUMINOSITY -> "lum ";
        };
    }
}
