package org.layerloom.generate.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.document.Rect;
import org.layerloom.generate.Place;

/// Lays lettering into the room that is left, as a kind of design has it.
final class Lines {
    /// Of the page's height.
    private static final double TITLE = 0.2;

    private static final double FURTHER = 0.1;
    /// Of the room's height, what all lines together may take.
    private static final double MOST = 0.6;
    /// Of the room's width, what lettering beside things takes.
    private static final double HALF = 0.5;

    private final Room room;
    private final Map<Wanted, List<Rect>> laid = new LinkedHashMap<>();

    Lines(Room room) {
        this.room = room;
    }

    Map<Wanted, List<Rect>> boxes(List<Wanted> lines, DesignKind.Lettering how) {
        if (lines.isEmpty()) {
            return laid;
        }
        Rect free = room.largest();
        switch (how) {
            case ENDS -> ends(free, lines, true);
            case FOOT -> ends(free, lines, false);
            case MIDDLE -> stack(free, lines, Place.MIDDLE);
            case SIDE -> stack(left(free), lines, Place.LEFT);
            case COLUMN -> {
                Rect title = line(lines.getFirst(), free, TITLE, Place.TOP_LEFT);
                add(lines.getFirst(), title);
                int below = title.bottom() + room.gap();
                Rect rest = Rect.between(free.x(), Math.min(below, free.bottom()), free.right(), free.bottom());
                stack(left(rest), lines.subList(1, lines.size()), Place.TOP_LEFT);
            }
            case AMONG -> throw new IllegalArgumentException("lettering among things is laid with them");
        }
        return laid;
    }

    private static Rect left(Rect free) {
        return new Rect(free.x(), free.y(), (int) (free.width() * HALF), free.height());
    }

    private void add(Wanted line, Rect box) {
        laid.put(line, List.of(box));
        room.take(box);
    }

    private Rect line(Wanted line, Rect free, double part, Place place) {
        int high = (int) Math.min(free.height(), Math.round(room.page().height() * part));
        Rect band = Boxes.placed(free, free.width(), high, place);
        return Boxes.line(text(line), band, place);
    }

    static String text(Wanted line) {
        return line.phrase().lettering();
    }

    private void ends(Rect free, List<Wanted> lines, boolean topFirst) {
        Rect rest = free;
        double shrink = Math.min(1, MOST / (TITLE + FURTHER * (lines.size() - 1)));
        for (int i = 0; i < lines.size(); i++) {
            boolean top = i % 2 == 0 == topFirst;
            Rect box = line(lines.get(i), rest, shrink * (i == 0 ? TITLE : FURTHER), top ? Place.TOP : Place.BOTTOM);
            add(lines.get(i), box);
            int from = top ? Math.min(box.bottom() + room.gap(), rest.bottom()) : rest.y();
            int to = top ? rest.bottom() : Math.max(box.y() - room.gap(), rest.y());
            rest = Rect.between(rest.x(), from, rest.right(), Math.max(from, to));
        }
    }

    /// One below the other, the first the largest.
    private void stack(Rect free, List<Wanted> lines, Place place) {
        if (lines.isEmpty() || free.isEmpty()) {
            return;
        }
        int gaps = room.gap() * (lines.size() - 1);
        double part = MOST
                * Math.max(0, free.height() - gaps)
                / (lines.size() + 1)
                / room.page().height();
        int[] high = new int[lines.size()];
        int all = gaps;
        for (int i = 0; i < high.length; i++) {
            double most = i == 0 ? Math.max(TITLE, 2 * part) : Math.max(FURTHER, part);
            high[i] = line(lines.get(i), free, Math.min(most, i == 0 ? 2 * part : part), place)
                    .height();
            all += high[i];
        }
        int y = free.y() + (int) (Math.max(0, free.height() - all) * place.down());
        for (int i = 0; i < high.length; i++) {
            Rect band = new Rect(free.x(), y, free.width(), high[i]);
            add(lines.get(i), Boxes.line(text(lines.get(i)), band, place));
            y += high[i] + room.gap();
        }
    }
}
