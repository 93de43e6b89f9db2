package org.layerloom.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;

/// Composites documents that come one after the other and differ in few layers, as while one is dragged or painted
/// on: keeps, where they were needed once, the composite of all that lies below the lowest layer that changed and,
/// for previews, of what lies above the highest. Used by one thread at a time; does its work on all cores.
public final class LivePainter {
    /// Cells are what a core composites at a time: their planes stay in its cache.
    private static final int CELL_WIDTH = 256;
    private static final int CELL_HEIGHT = 64;
    /// Cells kept of what lies below, and pictures of that size of what lies above: 128 MiB each.
    private static final int MOST = 512;
    /// Fewer layers are composited as fast as they are copied.
    private static final int WORTHWHILE = 2;

    private final RowMath math = RowMath.fastest();
    private final Map<Rect, Pixels> kept = new ConcurrentHashMap<>();
    private final Set<Rect> approximate = ConcurrentHashMap.newKeySet();
    private Document last;
    private List<ClipRun> runs = List.of();
    /// How many of the runs, from the bottom, `kept` shows.
    private int below;
    /// The runs from the top that `Overlay` puts together.
    private Overlay above = Overlay.NONE;

    /// Composites one area of the canvas: gives the same pixels as [Compositor].
    ///
    /// @param area in canvas coordinates, inside the canvas
    /// @param argb takes straight ARGB, row by row, the area's first pixel at `offset`
    /// @param stride distance between two rows in `argb`
    public void paint(Document document, Rect area, int[] argb, int offset, int stride) {
        follow(document);
        paint(new Target(area, argb, offset, stride), Overlay.NONE);
        approximate.removeIf(cell -> area.contains(cell.intersect(document.canvas())));
    }

    /// The same for a document that is shown only while it is being changed: each premultiplied channel is at most
    /// 1 of 255 off.
    public void preview(Document document, Rect area, int[] argb, int offset, int stride) {
        follow(document);
        paint(new Target(area, argb, offset, stride), above);
    }

    /// Where the pixels that were given last are those of a preview: few rectangles that do not overlap, inside the
    /// canvas.
    public List<Rect> approximate() {
        Areas areas = new Areas();
        approximate.forEach(areas::add);
        return last == null ? List.of() : areas.within(last.canvas());
    }

    private void follow(Document document) {
        if (document == last) {
            return;
        }
        List<ClipRun> next = ClipRun.flat(document.layers());
        int same = common(runs, next);
        // Of two documents without a difference it cannot be told what will change next.
        if (same < runs.size() || same < next.size()) {
            if (same != below) {
                kept.clear();
                below = same;
            }
            List<ClipRun> upper = next.subList(same, next.size());
            int top = common(runs.subList(same, runs.size()).reversed(), upper.reversed());
            if (top != above.size()) {
                above = Overlay.of(upper.subList(upper.size() - top, upper.size()), MOST);
            }
        }
        runs = next;
        last = document;
    }

    /// How many runs at the beginning of two lists are the same.
    private static int common(List<ClipRun> one, List<ClipRun> two) {
        int same = 0;
        while (same < Math.min(one.size(), two.size()) && one.get(same).isSame(two.get(same))) {
            same++;
        }
        return same;
    }

    private void paint(Target target, Overlay overlay) {
        List<Rect> cells = cells(target.area());
        boolean keeps = below >= WORTHWHILE;
        if (!keeps && !overlay.isWorthwhile() || cells.size() > MOST) {
            Compositor.paint(last, target.area(), target.argb(), target.offset(), target.stride());
            return;
        }
        if (kept.size() + cells.size() > MOST) {
            kept.keySet().retainAll(cells);
        }
        Overlay upper = overlay.makeRoom(cells);
        cells.parallelStream().forEach(cell -> paint(cell, keeps ? below : 0, upper, target));
    }

    private static List<Rect> cells(Rect area) {
        List<Rect> cells = new ArrayList<>();
        for (int y = Math.floorDiv(area.y(), CELL_HEIGHT) * CELL_HEIGHT; y < area.bottom(); y += CELL_HEIGHT) {
            for (int x = Math.floorDiv(area.x(), CELL_WIDTH) * CELL_WIDTH; x < area.right(); x += CELL_WIDTH) {
                cells.add(new Rect(x, y, CELL_WIDTH, CELL_HEIGHT));
            }
        }
        return cells;
    }

    /// @param lower how many of the runs are taken from `kept`
    private void paint(Rect cell, int lower, Overlay upper, Target target) {
        Stack stack = new Stack(math);
        Rect part = cell.intersect(target.area());
        Pixels pixels = lower == 0 ? new Pixels(part) : under(cell, stack).copy(part);
        stack.paintRuns(runs.subList(lower, runs.size() - upper.size()), pixels);
        if (upper.lay(cell, stack, pixels)) {
            approximate.add(cell);
        }
        target.put(pixels, math);
    }

    private Pixels under(Rect cell, Stack stack) {
        return kept.computeIfAbsent(cell, c -> {
            Pixels pixels = new Pixels(c);
            stack.paintRuns(runs.subList(0, below), pixels);
            return pixels;
        });
    }
}
