package org.layerloom.ui;

import java.util.List;
import javafx.scene.paint.Color;

/// The eight colours that a box shares with its layer, in the order in which new boxes take them.
public final class Tags {
    private static final List<String> NAMES =
            List.of("coral", "amber", "lime", "teal", "sky", "violet", "pink", "slate");
    private static final List<Color> COLORS = List.of(
            Color.web("#FF7A6B"),
            Color.web("#FFB84D"),
            Color.web("#A5D148"),
            Color.web("#2EC4B6"),
            Color.web("#4DA6FF"),
            Color.web("#9B8CFF"),
            Color.web("#FF7AC0"),
            Color.web("#9AA3B2"));

    private Tags() {}

    /// @param tag index of the colour, 0..7
    public static Color color(int tag) {
        return COLORS.get(tag);
    }

    /// The colour's name in the style sheet: `-tag-coral`.
    public static String css(int tag) {
        return "-tag-" + NAMES.get(tag);
    }
}
