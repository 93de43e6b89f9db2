package org.layerloom.generate.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.document.Rect;
import org.layerloom.generate.Place;

/// Lays things into the largest room that is left: what stands in a row into a strip, one large thing above or beside
/// the others, all else into the even grid whose cells come closest to squares.
final class Grid {
    /// Of the room, the part of a thing called large.
    private static final double HERO = 0.55;
    /// Of the room's height, the most that a row takes where there is more than it.
    private static final double STRIP = 0.45;
    /// Of a row's cell's width.
    private static final double STRIP_ASPECT = 1.3;

    private final Room room;
    private final Map<Wanted, List<Rect>> laid = new LinkedHashMap<>();

    Grid(Room room) {
        this.room = room;
    }

    Map<Wanted, List<Rect>> boxes(List<Wanted> things) {
        List<Wanted> rest = new ArrayList<>(things);
        for (Wanted row :
                things.stream().filter(each -> each.row() != Wanted.Row.FREE).toList()) {
            rest.remove(row);
            strip(row, !rest.isEmpty());
        }
        List<Wanted> large =
                rest.stream().filter(each -> each.isAlone(Wanted.Size.LARGE)).toList();
        if (large.size() == 1 && rest.size() > 1) {
            rest.remove(large.getFirst());
            hero(large.getFirst());
        }
        grid(rest, room.largest());
        return laid;
    }

    private void put(Wanted of, List<Rect> boxes) {
        laid.put(of, boxes);
        boxes.forEach(room::take);
    }

    private void strip(Wanted row, boolean more) {
        Rect free = room.largest();
        boolean down = row.row() == Wanted.Row.DOWN;
        int count = row.count();
        int cell = ((down ? free.height() : free.width()) - room.gap() * (count - 1)) / count;
        int across = down ? free.width() : free.height();
        int most = more ? (int) (across * STRIP) : across;
        int thick = (int) Math.min(most, cell * STRIP_ASPECT);
        Rect strip = down
                ? Boxes.placed(free, thick, free.height(), more ? Place.RIGHT : Place.MIDDLE)
                : Boxes.placed(free, free.width(), thick, more ? Place.BOTTOM : Place.MIDDLE);
        List<Rect> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i * (cell + room.gap());
            boxes.add(Boxes.fitted(
                    down
                            ? new Rect(strip.x(), strip.y() + at, strip.width(), Math.max(0, cell))
                            : new Rect(strip.x() + at, strip.y(), Math.max(0, cell), strip.height())));
        }
        put(row, boxes);
    }

    /// The large thing: above the others on a tall page, beside them on a wide one.
    private void hero(Wanted large) {
        Rect free = room.largest();
        boolean wide = free.width() > free.height();
        Rect cell = wide
                ? new Rect(free.x(), free.y(), (int) (free.width() * HERO), free.height())
                : new Rect(free.x(), free.y(), free.width(), (int) (free.height() * HERO));
        Rect box = Boxes.fitted(cell);
        laid.put(large, List.of(box));
        room.take(cell);
    }

    private void grid(List<Wanted> things, Rect free) {
        int count = things.stream().mapToInt(Wanted::count).sum();
        if (count == 0) {
            return;
        }
        List<Rect> cells = cells(free, count);
        int next = 0;
        for (Wanted each : things) {
            List<Rect> boxes = new ArrayList<>();
            for (int i = 0; i < each.count(); i++) {
                Rect cell = cells.get(next++);
                boolean line = each.is(Wanted.Kind.LETTERING);
                boxes.add(line ? Boxes.line(Lines.text(each), cell, Place.MIDDLE) : Boxes.fitted(cell));
            }
            put(each, boxes);
        }
    }

    /// Cells of one size, row by row; rows that hold fewer stand in the middle, fuller ones come last: they stand
    /// steadier.
    private List<Rect> cells(Rect free, int count) {
        int rows = rows(free, count);
        int high = Math.max(0, (free.height() - room.gap() * (rows - 1)) / rows);
        int fullest = inRow(rows - 1, rows, count);
        int wide = Math.max(0, (free.width() - room.gap() * (fullest - 1)) / fullest);
        List<Rect> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int here = inRow(row, rows, count);
            int length = here * wide + (here - 1) * room.gap();
            int left = free.x() + (free.width() - length) / 2;
            for (int i = 0; i < here; i++) {
                cells.add(new Rect(left + i * (wide + room.gap()), free.y() + row * (high + room.gap()), wide, high));
            }
        }
        return cells;
    }

    private int rows(Rect free, int count) {
        int rows = 1;
        for (int more = 2; more <= count; more++) {
            rows = side(free, more, count) > side(free, rows, count) ? more : rows;
        }
        return rows;
    }

    /// The shorter side of a cell where there are so many rows.
    private double side(Rect free, int rows, int count) {
        int columns = inRow(rows - 1, rows, count);
        return Math.min(
                (free.height() - room.gap() * (rows - 1.0)) / rows,
                (free.width() - room.gap() * (columns - 1.0)) / columns);
    }

    private static int inRow(int row, int rows, int count) {
        return (count + row) / rows;
    }
}
