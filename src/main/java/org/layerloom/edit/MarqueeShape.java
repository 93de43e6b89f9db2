package org.layerloom.edit;

import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.Marquee;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// How a drawn rectangle changes what is selected.
public enum MarqueeShape {
    REPLACE,
    ADD,
    SUBTRACT,
    INTERSECT;

    /// The document with `area`, cut to the page, drawn into its marquee. Where nothing is selected before, taking
    /// away takes from nothing.
    public Document apply(Document document, Rect area) {
        Rect inside = area.intersect(document.canvas());
        return document.withMarquee(changed(document.marquee(), inside));
    }

    private Optional<Marquee> changed(Optional<Marquee> before, Rect area) {
        return switch (this) {
            case REPLACE -> whole(area);
            case ADD -> before.isEmpty() ? whole(area) : merged(before.get(), area);
            case SUBTRACT, INTERSECT ->
                before.flatMap(marquee ->
                        area.isEmpty() ? (this == SUBTRACT ? before : Optional.empty()) : merged(marquee, area));
        };
    }

    private static Optional<Marquee> whole(Rect area) {
        return area.isEmpty() ? Optional.empty() : Optional.of(Marquee.of(area));
    }

    private Optional<Marquee> merged(Marquee before, Rect area) {
        Rect bounds = before.bounds();
        Rect all = this == ADD ? bounds.union(area) : bounds;
        Raster coverage = Raster.drawn(all.width(), all.height(), (top, rows, argb) -> {
            for (int row = 0; row < rows; row++) {
                int y = all.y() + top + row;
                int offset = row * all.width();
                if (y >= bounds.y() && y < bounds.bottom()) {
                    before.coverage().copyRow(0, y - bounds.y(), bounds.width(), argb, offset + bounds.x() - all.x());
                }
                row(area, y, all, argb, offset);
            }
        });
        return Marquees.trimmed(coverage, all.x(), all.y());
    }

    private void row(Rect area, int y, Rect all, int[] argb, int offset) {
        boolean at = y >= area.y() && y < area.bottom();
        for (int x = 0; x < all.width(); x++) {
            boolean inside = at && all.x() + x >= area.x() && all.x() + x < area.right();
            if (inside && this == ADD) {
                argb[offset + x] = 0xff000000;
            } else if (inside && this == SUBTRACT || !inside && this == INTERSECT) {
                argb[offset + x] = 0;
            }
        }
    }

    /// The outline moved, its pixels off the page cut off; unchanged without one.
    public static Document move(Document document, int dx, int dy) {
        return document.withMarquee(document.marquee().flatMap(marquee -> {
            Rect place = marquee.bounds().translate(dx, dy);
            Rect seen = place.intersect(document.canvas());
            return seen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Marquee(
                            marquee.coverage().crop(seen.translate(-place.x(), -place.y())), seen.x(), seen.y()));
        }));
    }
}
