package org.layerloom.edit;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;

/// Spreads boxes and layers evenly between the two outermost, which stay.
public enum Distribute {
    /// Equal distances of the centres, side by side.
    HORIZONTAL_CENTERS,
    /// Equal distances of the centres, one below the other.
    VERTICAL_CENTERS,
    /// Equal gaps, side by side.
    HORIZONTAL_GAPS,
    /// Equal gaps, one below the other.
    VERTICAL_GAPS;

    /// How many things it takes.
    public static final int LEAST = 3;

    /// How many of `ids` can be spread: boxes and layers that are in none of the others.
    public static int count(Document document, List<LayerId> ids) {
        return (int) Align.things(document, ids).stream()
                .filter(id -> !Moves.place(document, id).isEmpty())
                .count();
    }

    /// Unchanged for fewer than `LEAST` things, or where a lock holds one of them.
    public Document apply(Document document, List<LayerId> ids) {
        ToIntFunction<LayerId> order = id -> isGaps() ? start(document, id) : twiceCentre(document, id);
        List<LayerId> things = Align.things(document, ids).stream()
                .filter(id -> !Moves.place(document, id).isEmpty())
                .sorted(Comparator.comparingInt(order))
                .toList();
        if (things.size() < LEAST || Locked.position(document, things).isPresent()) {
            return document;
        }
        return isGaps() ? gaps(document, things) : centres(document, things);
    }

    private Document centres(Document document, List<LayerId> things) {
        int first = twiceCentre(document, things.getFirst());
        double step = (twiceCentre(document, things.getLast()) - first) / (things.size() - 1.0);
        Document spread = document;
        for (int i = 1; i < things.size() - 1; i++) {
            double target = (first + i * step - length(document, things.get(i))) / 2;
            spread = moved(spread, things.get(i), Math.round(target));
        }
        return spread;
    }

    private Document gaps(Document document, List<LayerId> things) {
        int free = start(document, things.getLast()) - end(document, things.getFirst());
        for (LayerId id : things.subList(1, things.size() - 1)) {
            free -= length(document, id);
        }
        double gap = free / (things.size() - 1.0);
        double at = end(document, things.getFirst());
        Document spread = document;
        for (LayerId id : things.subList(1, things.size() - 1)) {
            spread = moved(spread, id, Math.round(at + gap));
            at += gap + length(document, id);
        }
        return spread;
    }

    private Document moved(Document document, LayerId id, long start) {
        int by = (int) start - start(document, id);
        return isHorizontal() ? Moves.by(document, id, by, 0) : Moves.by(document, id, 0, by);
    }

    private boolean isGaps() {
        return this == HORIZONTAL_GAPS || this == VERTICAL_GAPS;
    }

    private boolean isHorizontal() {
        return this == HORIZONTAL_CENTERS || this == HORIZONTAL_GAPS;
    }

    private int start(Document document, LayerId id) {
        Rect place = Moves.place(document, id);
        return isHorizontal() ? place.x() : place.y();
    }

    private int length(Document document, LayerId id) {
        Rect place = Moves.place(document, id);
        return isHorizontal() ? place.width() : place.height();
    }

    private int end(Document document, LayerId id) {
        return start(document, id) + length(document, id);
    }

    private int twiceCentre(Document document, LayerId id) {
        return start(document, id) + end(document, id);
    }
}
