package org.layerloom.generate.plan;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.Rect;
import org.layerloom.generate.Place;

/// Lays what the prompt gives a place: at it, smaller where there is no room, and nowhere if there is still none.
final class Anchors {
    private static final List<Place> CORNERS =
            List.of(Place.TOP_RIGHT, Place.BOTTOM_LEFT, Place.TOP_LEFT, Place.BOTTOM_RIGHT);
    private static final int TRIES = 5;
    private static final double SMALLER = 0.8;
    /// Of the page's shorter side.
    private static final double SMALL = 0.16;

    private static final double IN_CORNER = 0.26;
    private static final double AT_EDGE = 0.32;
    private static final double IN_MIDDLE = 0.45;
    /// How much larger one thing alone is, and each of two.
    private static final double ALONE = 1.8;

    private static final double OF_TWO = 1.4;
    private static final double LARGE = 1.6;
    /// Of the page's height.
    private static final double LETTERING = 0.16;
    /// Of the page's width, for lettering that is not in the middle of it.
    private static final double BESIDE = 0.48;

    private final Room room;
    private final double more;

    /// @param things of the prompt: few can be larger
    Anchors(Room room, int things) {
        this.room = room;
        more = things <= 1 ? ALONE : things == 2 ? OF_TWO : 1;
    }

    /// The boxes, which are taken from the room; none where there is no room for them at their place.
    List<Rect> boxes(Wanted of) {
        Place place = of.place().orElseThrow();
        if (place == Place.CORNER) {
            return corners(of);
        }
        double scale = 1;
        for (int i = 0; i < TRIES; i++) {
            List<Rect> boxes = of.is(Wanted.Kind.LETTERING)
                    ? List.of(line(of, place, scale))
                    : group(of, place, of.count(), scale);
            if (boxes.stream().allMatch(room::isFree)) {
                boxes.forEach(room::take);
                return boxes;
            }
            scale *= SMALLER;
        }
        return List.of();
    }

    /// One for each corner, as long as there are corners; further ones beside the first.
    private List<Rect> corners(Wanted of) {
        int left = of.count();
        List<Rect> all = new ArrayList<>();
        for (int corner = 0; corner < CORNERS.size() && left > 0; corner++) {
            int here = Math.ceilDiv(left, Math.min(left, CORNERS.size() - corner));
            List<Rect> boxes = of.is(Wanted.Kind.LETTERING)
                    ? List.of(line(of, CORNERS.get(corner), 1))
                    : group(of, CORNERS.get(corner), here, 1);
            if (boxes.stream().allMatch(room::isFree)) {
                boxes.forEach(room::take);
                all.addAll(boxes);
                left -= here;
            }
        }
        return left == 0 ? all : List.of();
    }

    private Rect line(Wanted of, Place place, double scale) {
        Rect page = room.page();
        int wide = (int) (page.width() * (place.across() == 0.5 ? 1 : BESIDE) * scale);
        int high = (int) (page.height() * LETTERING * scale);
        return Boxes.line(Lines.text(of), Boxes.placed(page, wide, high, place), place);
    }

    private List<Rect> group(Wanted of, Place place, int count, double scale) {
        Rect page = room.page();
        boolean down = of.row() == Wanted.Row.DOWN
                || of.row() == Wanted.Row.FREE && place.down() == 0.5 && place.across() != 0.5;
        double along = ((down ? page.height() : page.width()) - room.gap() * (count - 1.0)) / count;
        int side =
                Math.max(1, (int) (scale * Math.min(along, part(of, place) * Math.min(page.width(), page.height()))));
        int length = side * count + room.gap() * (count - 1);
        Rect block = Boxes.placed(page, down ? side : length, down ? length : side, place);
        List<Rect> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i * (side + room.gap());
            boxes.add(new Rect(block.x() + (down ? 0 : at), block.y() + (down ? at : 0), side, side));
        }
        return boxes;
    }

    private double part(Wanted of, Place place) {
        if (of.size() == Wanted.Size.SMALL) {
            return SMALL;
        }
        double part = place.isCorner() ? IN_CORNER : place == Place.MIDDLE ? IN_MIDDLE : AT_EDGE;
        double wide = place.isCorner() ? part : more * part;
        return of.size() == Wanted.Size.LARGE ? LARGE * part : wide;
    }
}
