package org.layerloom.generate.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.layerloom.document.Rect;

/// What is free of a page: all largest rectangles, which may overlap each other, that no taken one reaches.
final class Room {
    /// Longer rectangles than this count as if they were no longer, short side times this.
    private static final int LONG = 3;

    private final Rect page;
    private final int gap;
    private List<Rect> free;

    /// @param gap between what is taken and what is free, px
    Room(Rect page, int gap) {
        this.page = page;
        this.gap = gap;
        free = List.of(page);
    }

    Rect page() {
        return page;
    }

    int gap() {
        return gap;
    }

    boolean isFree(Rect box) {
        return free.stream().anyMatch(rect -> rect.contains(box));
    }

    void take(Rect box) {
        Rect taken = new Rect(box.x() - gap, box.y() - gap, box.width() + 2 * gap, box.height() + 2 * gap);
        List<Rect> next = new ArrayList<>();
        for (Rect rect : free) {
            if (rect.intersect(taken).isEmpty()) {
                next.add(rect);
            } else {
                addSplit(rect, taken, next);
            }
        }
        free = next.stream()
                .filter(rect ->
                        next.stream().noneMatch(other -> other != rect && other.contains(rect) && !other.equals(rect)))
                .distinct()
                .toList();
    }

    private static void addSplit(Rect rect, Rect taken, List<Rect> parts) {
        add(parts, rect.x(), rect.y(), taken.x(), rect.bottom());
        add(parts, taken.right(), rect.y(), rect.right(), rect.bottom());
        add(parts, rect.x(), rect.y(), rect.right(), taken.y());
        add(parts, rect.x(), taken.bottom(), rect.right(), rect.bottom());
    }

    private static void add(List<Rect> parts, int left, int top, int right, int bottom) {
        if (right > left && bottom > top) {
            parts.add(Rect.between(left, top, right, bottom));
        }
    }

    /// Where most fits; empty where nothing is free.
    Rect largest() {
        return free.stream().max(Comparator.comparingDouble(Room::worth)).orElse(new Rect(page.x(), page.y(), 0, 0));
    }

    private static double worth(Rect rect) {
        double shorter = Math.min(rect.width(), rect.height());
        return shorter * Math.min(LONG * shorter, Math.max(rect.width(), rect.height()));
    }
}
