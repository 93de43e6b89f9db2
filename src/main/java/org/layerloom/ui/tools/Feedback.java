package org.layerloom.ui.tools;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Rect;

/// What a gesture shows over the page while it goes on.
///
/// @param readout a few words beside the pointer; empty = none
/// @param lines what it has snapped to
/// @param sweep the rectangle that is being drawn to select by
public record Feedback(String readout, List<SnapLine> lines, Optional<Rect> sweep) {
    public static final Feedback NONE = new Feedback("", List.of(), Optional.empty());

    public static Feedback words(String readout) {
        return new Feedback(readout, List.of(), Optional.empty());
    }

    /// Width and height of a rectangle that is being drawn.
    public static String size(Rect rect) {
        return rect.width() + " \u00d7 " + rect.height();
    }
}
