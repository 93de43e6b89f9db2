package org.layerloom.codec.ora;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.layerloom.document.BlendMode;

/// The names of blend modes in OpenRaster files. The format has sixteen of ours; for the others stands the one whose
/// colours differ least from theirs, on average over all pairs of colours.
public final class CompositeOp {
    private static final Map<String, BlendMode> EXACT = Arrays.stream(BlendMode.values())
            .filter(CompositeOp::isExact)
            .collect(Collectors.toUnmodifiableMap(CompositeOp::of, mode -> mode));
    /// Of those that the format lacks, the names that other programs write.
    private static final Map<String, BlendMode> FOREIGN = Map.ofEntries(
            Map.entry("svg:exclusion", BlendMode.EXCLUSION),
            Map.entry("krita:dissolve", BlendMode.DISSOLVE),
            Map.entry("krita:linear_burn", BlendMode.LINEAR_BURN),
            Map.entry("krita:darker color", BlendMode.DARKER_COLOR),
            Map.entry("krita:linear_dodge", BlendMode.LINEAR_DODGE),
            Map.entry("krita:lighter color", BlendMode.LIGHTER_COLOR),
            Map.entry("krita:soft_light", BlendMode.SOFT_LIGHT),
            Map.entry("krita:vivid_light", BlendMode.VIVID_LIGHT),
            Map.entry("krita:linear light", BlendMode.LINEAR_LIGHT),
            Map.entry("krita:pin_light", BlendMode.PIN_LIGHT),
            Map.entry("krita:hard_mix_photoshop", BlendMode.HARD_MIX),
            Map.entry("krita:hard mix", BlendMode.HARD_MIX),
            Map.entry("krita:exclusion", BlendMode.EXCLUSION),
            Map.entry("krita:subtract", BlendMode.SUBTRACT),
            Map.entry("krita:divide", BlendMode.DIVIDE));

    private CompositeOp() {}

    static Optional<BlendMode> mode(String name) {
        return Optional.ofNullable(EXACT.getOrDefault(name, FOREIGN.get(name)));
    }

    /// Whether the format has the mode itself.
    public static boolean isExact(BlendMode mode) {
        return switch (mode) {
            case DISSOLVE,
                    LINEAR_BURN,
                    DARKER_COLOR,
                    LIGHTER_COLOR,
                    VIVID_LIGHT,
                    LINEAR_LIGHT,
                    PIN_LIGHT,
                    HARD_MIX,
                    EXCLUSION,
                    SUBTRACT,
                    DIVIDE,
                    PASS_THROUGH -> false;
            default -> true;
        };
    }

    static String of(BlendMode mode) {
        return switch (mode) {
            case PASS_THROUGH, NORMAL, DISSOLVE -> "svg:src-over";
            case DARKEN, DARKER_COLOR -> "svg:darken";
            case MULTIPLY, LINEAR_BURN -> "svg:multiply";
            case COLOR_BURN -> "svg:color-burn";
            case LIGHTEN, LIGHTER_COLOR -> "svg:lighten";
            case SCREEN -> "svg:screen";
            case COLOR_DODGE, DIVIDE -> "svg:color-dodge";
            case LINEAR_DODGE -> "svg:plus";
            case OVERLAY -> "svg:overlay";
            case SOFT_LIGHT -> "svg:soft-light";
            case HARD_LIGHT, VIVID_LIGHT, LINEAR_LIGHT, PIN_LIGHT, HARD_MIX -> "svg:hard-light";
            case DIFFERENCE, EXCLUSION, SUBTRACT -> "svg:difference";
            case HUE -> "svg:hue";
            case SATURATION -> "svg:saturation";
            case COLOR -> "svg:color";
            case LUMINOSITY -> "svg:luminosity";
        };
    }
}
