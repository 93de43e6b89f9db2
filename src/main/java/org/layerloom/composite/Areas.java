package org.layerloom.composite;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.Rect;

/// Gathers areas as few rectangles that do not overlap: together they hold all that was added and little more.
final class Areas {
    /// More than so many become one.
    private static final int MOST = 8;
    /// Two are joined where that makes them larger by at most this.
    private static final double WASTE = 1.25;

    private final List<Rect> rects = new ArrayList<>();

    void add(Rect area) {
        Rect joined = area;
        while (!joined.isEmpty()) {
            Rect grown = joined;
            Rect near = rects.stream()
                    .filter(other -> join(grown, other))
                    .findFirst()
                    .orElse(null);
            if (near == null) {
                rects.add(joined);
                break;
            }
            rects.remove(near);
            joined = joined.union(near);
        }
        if (rects.size() > MOST) {
            Rect all = rects.stream().reduce(Rect.EMPTY, Rect::union);
            rects.clear();
            rects.add(all);
        }
    }

    private static boolean join(Rect a, Rect b) {
        return !a.intersect(b).isEmpty() || a.union(b).area() <= WASTE * (a.area() + b.area());
    }

    /// What lies inside `bounds`.
    List<Rect> within(Rect bounds) {
        return rects.stream()
                .map(bounds::intersect)
                .filter(rect -> !rect.isEmpty())
                .toList();
    }
}
