package org.layerloom.ui.layers;

import java.util.List;

/// The eight tag colours that a box, its row and its dot share, as the style sheet names them.
public final class TagColors {
    private static final List<String> NAMES =
            List.of("coral", "amber", "lime", "teal", "sky", "violet", "pink", "slate");

    private TagColors() {}

    /// Style of a background in the tag's colour, for a node of any kind.
    public static String background(int tag) {
        return "-fx-background-color: -tag-" + NAMES.get(tag) + ";";
    }
}
