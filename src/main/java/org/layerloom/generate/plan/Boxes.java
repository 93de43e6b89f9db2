package org.layerloom.generate.plan;

import org.layerloom.document.Rect;
import org.layerloom.generate.Place;

/// Boxes in cells.
final class Boxes {
    /// A box for a thing is at most so much longer than it is wide, or the other way about.
    private static final double LONGEST = 1.4;

    /// Aspect of lettering for each of its characters.
    private static final double CHARACTER = 0.6;
    /// Wide enough that a binder knows it for lettering.
    private static final double LEAST_ASPECT = 2.5;

    private static final double MOST_ASPECT = 9;
    /// Characters that a line holds before the words go on in the next.
    private static final int LINE = 26;

    private static final double LEADING = 1.2;

    private Boxes() {}

    /// The largest box of a thing's proportions in the middle of a cell.
    static Rect fitted(Rect cell) {
        int wide = (int) Math.min(cell.width(), Math.round(cell.height() * LONGEST));
        int high = (int) Math.min(cell.height(), Math.round(cell.width() * LONGEST));
        return placed(cell, wide, high, Place.MIDDLE);
    }

    /// The largest box for lettering in a cell.
    static Rect line(String text, Rect cell, Place place) {
        double aspect = aspect(text);
        int wide = (int) Math.min(cell.width(), Math.round(cell.height() * aspect));
        return placed(cell, wide, Math.max(1, (int) Math.round(wide / aspect)), place);
    }

    private static double aspect(String text) {
        double rows = Math.ceil(text.length() / (double) LINE);
        return Math.clamp(CHARACTER * text.length() / rows / (1 + (rows - 1) * LEADING), LEAST_ASPECT, MOST_ASPECT);
    }

    /// A box of a size in a cell, which is larger, at some place of it.
    static Rect placed(Rect cell, int wide, int high, Place place) {
        return new Rect(
                cell.x() + (int) ((cell.width() - wide) * place.across()),
                cell.y() + (int) ((cell.height() - high) * place.down()),
                wide,
                high);
    }

    /// Smaller about its middle.
    static Rect scaled(Rect box, double by) {
        int wide = Math.max(1, (int) (box.width() * by));
        int high = Math.max(1, (int) (box.height() * by));
        return placed(box, wide, high, Place.MIDDLE);
    }
}
