package org.layerloom.ui.layers;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.layerloom.document.BlendMode;
import org.layerloom.words.Words;

/// The blend modes as the menu has them: their names, and the six groups that rules set apart.
final class BlendModes {
    private static final Words WORDS = Words.of(BlendModes.class);
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
        return WORDS.text("mode." + mode.name().toLowerCase(Locale.ROOT));
    }
}
