package org.layerloom.codec;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.layerloom.document.BlendMode;

/// The names of blend modes in our JSON files: `normal`, `colorBurn`.
public final class ModeName {
    private static final Map<String, BlendMode> MODES =
            Arrays.stream(BlendMode.values()).collect(Collectors.toUnmodifiableMap(ModeName::of, mode -> mode));

    private ModeName() {}

    public static Optional<BlendMode> mode(String name) {
        return Optional.ofNullable(MODES.get(name));
    }

    public static String of(BlendMode mode) {
        return switch (mode) {
            case PASS_THROUGH -> "passThrough";
            case NORMAL -> "normal";
            case DISSOLVE -> "dissolve";
            case DARKEN -> "darken";
            case MULTIPLY -> "multiply";
            case COLOR_BURN -> "colorBurn";
            case LINEAR_BURN -> "linearBurn";
            case DARKER_COLOR -> "darkerColor";
            case LIGHTEN -> "lighten";
            case SCREEN -> "screen";
            case COLOR_DODGE -> "colorDodge";
            case LINEAR_DODGE -> "linearDodge";
            case LIGHTER_COLOR -> "lighterColor";
            case OVERLAY -> "overlay";
            case SOFT_LIGHT -> "softLight";
            case HARD_LIGHT -> "hardLight";
            case VIVID_LIGHT -> "vividLight";
            case LINEAR_LIGHT -> "linearLight";
            case PIN_LIGHT -> "pinLight";
            case HARD_MIX -> "hardMix";
            case DIFFERENCE -> "difference";
            case EXCLUSION -> "exclusion";
            case SUBTRACT -> "subtract";
            case DIVIDE -> "divide";
            case HUE -> "hue";
            case SATURATION -> "saturation";
            case COLOR -> "color";
            case LUMINOSITY -> "luminosity";
        };
    }
}
