package org.layerloom.edit;

import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Puts several boxes and layers where they lie together at once.
public final class BoxPlaces {
    private BoxPlaces() {}

    /// Moves all of `ids` so that together they begin where `place` begins, and stretches their boxes so that
    /// together they are as large; layers keep their size. Unchanged where a lock holds one of them, or where they
    /// are nowhere.
    public static Document fit(Document document, List<LayerId> ids, Rect place) {
        Rect before = Moves.place(document, ids);
        if (before.isEmpty() || Locked.position(document, ids).isPresent()) {
            return document;
        }
        Document moved = Moves.by(document, ids, place.x() - before.x(), place.y() - before.y());
        double sx = (double) place.width() / before.width();
        double sy = (double) place.height() / before.height();
        if (sx == 1 && sy == 1) {
            return moved;
        }
        return moved.withRegions(moved.regions().stream()
                .map(region -> ids.contains(region.layer()) ? stretched(region, place, sx, sy) : region)
                .toList());
    }

    private static Region stretched(Region region, Rect place, double sx, double sy) {
        Rect box = region.box();
        int left = place.x() + (int) Math.round((box.x() - place.x()) * sx);
        int top = place.y() + (int) Math.round((box.y() - place.y()) * sy);
        int right = place.x() + (int) Math.round((box.right() - place.x()) * sx);
        int bottom = place.y() + (int) Math.round((box.bottom() - place.y()) * sy);
        return region.withBox(new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top)));
    }
}
