package org.layerloom.generate.plan;

import java.util.List;
import org.layerloom.document.Rect;
import org.layerloom.generate.Phrase;

/// Boxes proposed for a prompt, bottom-most first: frames, then things in the prompt's order, lettering on top.
public record BoxPlan(DesignKind kind, List<Planned> boxes) {
    /// One box and what it was made for.
    public record Planned(Rect box, Phrase phrase) {}

    public BoxPlan {
        boxes = List.copyOf(boxes);
    }

    public List<Rect> rects() {
        return boxes.stream().map(Planned::box).toList();
    }
}
