package org.layerloom.ui.layers;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.layerloom.document.BlendMode;

/// The blend modes as the menu has them: their names, and the six groups that rules set apart.
final class BlendModes {
    private static final Set<BlendMode> GROUP_STARTS =
            EnumSet.of(BlendMode.DARKEN, BlendMode.LIGHTEN, BlendMode.OVERLAY, BlendMode.DIFFERENCE, BlendMode.HUE);

    private BlendModes() {}

    /// The modes that a layer may have, in the menu's order; only a group can pass through.
    static List<BlendMode> choices(boolean group) {
        return List.copyOf(
                group ? EnumSet.allOf(BlendMode.class) : EnumSet.complementOf(EnumSet.of(BlendMode.PASS_THROUGH)));
    }

    /// Whether a rule stands above the mode in the menu; `NORMAL` has one only below `PASS_THROUGH`.
    static boolean startsGroup(BlendMode mode) {
        return GROUP_STARTS.contains(mode);
    }

    /// Whether the mode is what a layer or group starts with, so that it need not be said.
    static boolean isPlain(BlendMode mode) {
        return mode == BlendMode.NORMAL || mode == BlendMode.PASS_THROUGH;
    }

    static String label(BlendMode mode) {
        return switch (mode) {
            case PASS_THROUGH -> "Pass through";
            case NORMAL -> "Normal";
            case DISSOLVE -> "Dissolve";
            case DARKEN -> "Darken";
            case MULTIPLY -> "Multiply";
            case COLOR_BURN -> "Colour burn";
            case LINEAR_BURN -> "Linear burn";
            case DARKER_COLOR -> "Darker colour";
            case LIGHTEN -> "Lighten";
            case SCREEN -> "Screen";
            case COLOR_DODGE -> "Colour dodge";
            case LINEAR_DODGE -> "Linear dodge";
            case LIGHTER_COLOR -> "Lighter colour";
            case OVERLAY -> "Overlay";
            case SOFT_LIGHT -> "Soft light";
            case HARD_LIGHT -> "Hard light";
            case VIVID_LIGHT -> "Vivid light";
            case LINEAR_LIGHT -> "Linear light";
            case PIN_LIGHT -> "Pin light";
            case HARD_MIX -> "Hard mix";
            case DIFFERENCE -> "Difference";
            case EXCLUSION -> "Exclusion";
            case SUBTRACT -> "Subtract";
            case DIVIDE -> "Divide";
            case HUE -> "Hue";
            case SATURATION -> "Saturation";
            case COLOR -> "Colour";
            case LUMINOSITY -> "Luminosity";
        };
    }
}
