package org.layerloom.ui.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.LayerId;
import org.layerloom.words.Words;

/// A guide that is pulled out of a ruler, or moved; dragged back to its ruler it is gone. Alt turns a new one the other
/// way.
///
/// @param selection what stays selected
/// @param moved the guide that is moved; empty for a new one
/// @param vertical how a new one runs
/// @param left where the view begins, document px: beyond lies the ruler
/// @param snap guides snap to edges and centres, not to each other
public record GuideDrag(
        List<LayerId> selection, Optional<Guide> moved, boolean vertical, double left, double top, SnapSettings snap)
        implements Gesture {
    /// How near the pointer must be, view px.
    private static final double REACH = 4;

    /// The guide under the pointer.
    public static Optional<Guide> under(Document document, Pointer at) {
        return document.guides().reversed().stream()
                .filter(guide ->
                        Math.abs((guide.vertical() ? at.x() : at.y()) - guide.position()) <= REACH * at.pixel())
                .findFirst();
    }

    @Override
    public String label() {
        return Words.of(GuideDrag.class).text(moved.isPresent() ? "history.guide.move" : "history.guide.add");
    }

    @Override
    public Document drag(Document document, Pointer to) {
        List<Guide> guides = new ArrayList<>(document.guides());
        int at = moved.map(guides::indexOf).orElse(-1);
        if (at >= 0) {
            guides.remove(at);
        }
        place(document, to).ifPresent(guide -> guides.add(at >= 0 ? at : guides.size(), guide));
        return document.withGuides(guides);
    }

    /// Where the guide is; nowhere above its ruler.
    private Optional<Guide> place(Document document, Pointer to) {
        boolean upright = moved.map(Guide::vertical).orElse(vertical != to.alt());
        boolean off = moved.isEmpty() && vertical != upright
                ? to.x() < left || to.y() < top
                : upright ? to.x() < left : to.y() < top;
        if (off) {
            return Optional.empty();
        }
        Snapping snapping = Snapping.of(document, List.of(), snap);
        double at = snapping.edge(upright, upright ? to.x() : to.y(), to);
        return Optional.of(new Guide(upright, (int) Math.round(at)));
    }

    @Override
    public Release click(Document document) {
        return Release.of(document, selection);
    }

    @Override
    public Feedback feedback(Document document, Pointer to) {
        return place(document, to)
                .map(guide -> Feedback.words((guide.vertical() ? "X " : "Y ") + guide.position()))
                .orElse(Feedback.NONE);
    }
}
