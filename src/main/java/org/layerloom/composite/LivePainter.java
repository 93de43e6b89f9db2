package org.layerloom.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;

/// Composites documents that come one after the other and differ in few layers, as while one is dragged or painted
/// on: keeps, where it was needed once, the composite of all that lies below the lowest layer that changed. Gives the
/// same pixels as [Compositor]. Used by one thread at a time; does its work on all cores.
public final class LivePainter {
    /// Cells are what a core composites at a time: their planes stay in its cache.
    private static final int CELL_WIDTH = 256;
    private static final int CELL_HEIGHT = 64;
    /// Cells kept: 128 MiB.
    private static final int MOST = 512;
    /// Fewer layers are composited as fast as they are copied.
    private static final int WORTHWHILE = 2;

    private final RowMath math = RowMath.fastest();
    private final Map<Rect, Pixels> kept = new ConcurrentHashMap<>();
    private Document last;
    private List<ClipRun> runs = List.of();
    /// How many of the runs, from the bottom, `kept` shows.
    private int below;

    /// Composites one area of the canvas.
    ///
    /// @param area in canvas coordinates, inside the canvas
    /// @param argb takes straight ARGB, row by row, the area's first pixel at `offset`
    /// @param stride distance between two rows in `argb`
    public void paint(Document document, Rect area, int[] argb, int offset, int stride) {
        if (document != last) {
            follow(document);
        }
        List<Rect> cells = cells(area);
        if (below < WORTHWHILE || cells.size() > MOST) {
            Compositor.paint(document, area, argb, offset, stride);
            return;
        }
        if (kept.size() + cells.size() > MOST) {
            kept.keySet().retainAll(cells);
        }
        Target target = new Target(area, argb, offset, stride);
        cells.parallelStream().forEach(cell -> paint(cell, target));
    }

    private void follow(Document document) {
        List<ClipRun> next = ClipRun.flat(document.layers());
        int same = 0;
        while (same < Math.min(runs.size(), next.size()) && runs.get(same).isSame(next.get(same))) {
            same++;
        }
        // Of two documents without a difference it cannot be told what will change next.
        if (same != below && !(same == runs.size() && same == next.size())) {
            kept.clear();
            below = same;
        }
        runs = next;
        last = document;
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

    private void paint(Rect cell, Target target) {
        Stack stack = new Stack(math);
        Pixels under = kept.computeIfAbsent(cell, c -> {
            Pixels pixels = new Pixels(c);
            stack.paintRuns(runs.subList(0, below), pixels);
            return pixels;
        });
        Pixels pixels = under.copy(cell.intersect(target.area()));
        stack.paintRuns(runs.subList(below, runs.size()), pixels);
        target.put(pixels, math);
    }
}
