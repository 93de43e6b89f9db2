package org.layerloom.ui.tools;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.edit.MarqueeShape;
import org.layerloom.words.Words;

/// The marquee tool: a drag selects a rectangle of pixels; Shift at the press adds it to what is selected, Alt takes it
/// away, both keep what is in both. A drag that begins inside moves the outline, a click selects nothing.
public final class MarqueeTool implements Tool {
    private final Supplier<SnapSettings> snap;

    public MarqueeTool(Supplier<SnapSettings> snap) {
        this.snap = snap;
    }

    @Override
    public Gesture press(Document document, List<LayerId> selection, Pointer at) {
        if (isInside(document, at) && !at.shift() && !at.alt()) {
            return new Move(selection, at);
        }
        return new Draw(selection, shape(at), at, Snapping.of(document, List.of(), snap.get()));
    }

    private static MarqueeShape shape(Pointer at) {
        if (at.shift() && at.alt()) {
            return MarqueeShape.INTERSECT;
        }
        if (at.alt()) {
            return MarqueeShape.SUBTRACT;
        }
        return at.shift() ? MarqueeShape.ADD : MarqueeShape.REPLACE;
    }

    private static boolean isInside(Document document, Pointer at) {
        return document.marquee()
                .filter(marquee -> marquee.at(at.column(), at.row()) > 0)
                .isPresent();
    }

    @Override
    public Cue cue(Document document, List<LayerId> selection, Pointer at) {
        boolean moves = isInside(document, at) && !at.shift() && !at.alt();
        return new Cue(moves ? Cue.Shape.MOVE : Cue.Shape.DRAW, Optional.empty());
    }

    /// Draws a rectangle. Shift and Alt have told at the press what becomes of it; pressed later they make it square
    /// and grow it around its beginning.
    private record Draw(List<LayerId> selection, MarqueeShape shape, Pointer start, Snapping snapping)
            implements Gesture {
        @Override
        public String label() {
            return Words.of(MarqueeTool.class).text("history.marquee");
        }

        @Override
        public Document drag(Document document, Pointer to) {
            return shape.apply(document, rect(document, to));
        }

        private Rect rect(Document document, Pointer to) {
            Pointer held = new Pointer(
                    to.x(), to.y(), to.pixel(), to.shift() && !start.shift(), to.alt() && !start.alt(), to.ctrl());
            return Boxes.draw(snapping.corner(start, start), snapping.corner(start, held), document.canvas());
        }

        @Override
        public Release click(Document document) {
            boolean none = shape == MarqueeShape.REPLACE;
            return Release.of(none ? document.withMarquee(Optional.empty()) : document, selection);
        }

        @Override
        public Feedback feedback(Document document, Pointer to) {
            Rect rect = rect(document, to);
            return new Feedback(Feedback.size(rect), snapping.lines(rect, start, to), Optional.empty());
        }
    }

    /// Moves the outline, not the pixels.
    private record Move(List<LayerId> selection, Pointer start) implements Gesture {
        @Override
        public String label() {
            return Words.of(MarqueeTool.class).text("history.marquee.move");
        }

        @Override
        public Document drag(Document document, Pointer to) {
            Offset offset = Offset.between(start, to);
            return MarqueeShape.move(document, offset.dx(), offset.dy());
        }

        @Override
        public Release click(Document document) {
            return Release.of(document.withMarquee(Optional.empty()), selection);
        }

        @Override
        public Feedback feedback(Document document, Pointer to) {
            Offset offset = Offset.between(start, to);
            return Feedback.words(offset.dx() + ", " + offset.dy());
        }
    }
}
