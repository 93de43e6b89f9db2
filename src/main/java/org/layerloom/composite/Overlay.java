package org.layerloom.composite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.layerloom.document.Rect;

/// Runs that lie above what changes. Those that do no more than lie over the backdrop are put together, in cells and
/// where it was needed once, and laid over it as one picture; "over" is associative, so this is right but for a
/// float's last bits. Those that look at the backdrop are composited each time.
final class Overlay {
    static final Overlay NONE = of(List.of(), 0);

    private final int size;
    private final List<Stretch> stretches;
    private final int mostCells;
    private final Map<Rect, List<Sheet>> sheets = new ConcurrentHashMap<>();

    /// Runs that follow each other and all fold, or all do not.
    private record Stretch(boolean folds, List<ClipRun> runs) {}

    /// What a stretch is in one cell.
    ///
    /// @param runs those that show in the cell, to be composited; empty where `folded` has them
    /// @param folded premultiplied; null = the runs are not put together
    private record Sheet(List<ClipRun> runs, Pixels folded) {}

    private Overlay(int size, List<Stretch> stretches, int mostCells) {
        this.size = size;
        this.stretches = stretches;
        this.mostCells = mostCells;
    }

    /// @param runs bottom first
    /// @param most how many pictures of a cell may be kept
    static Overlay of(List<ClipRun> runs, int most) {
        Deque<Stretch> stretches = new ArrayDeque<>();
        // What is off by a float's last bits must not pass through a run that makes more of it.
        boolean steady = true;
        for (ClipRun run : runs.reversed()) {
            boolean folds = steady && run.liesOver();
            steady &= folds || run.isSteady();
            if (stretches.isEmpty() || stretches.getFirst().folds != folds) {
                stretches.addFirst(new Stretch(folds, new ArrayList<>()));
            }
            stretches.getFirst().runs.addFirst(run);
        }
        int folded = (int) stretches.stream().filter(Stretch::folds).count();
        return new Overlay(runs.size(), List.copyOf(stretches), most / Math.max(1, folded));
    }

    /// How many runs these are.
    int size() {
        return size;
    }

    /// Whether any of the runs are put together.
    boolean isWorthwhile() {
        return stretches.stream().anyMatch(stretch -> stretch.folds && stretch.runs.size() > 1);
    }

    /// Forgets, where not all can be kept, what lies outside of these cells.
    ///
    /// @return this, or none where the cells are too many
    Overlay makeRoom(List<Rect> cells) {
        if (cells.size() > mostCells) {
            return NONE;
        }
        if (sheets.size() + cells.size() > mostCells) {
            sheets.keySet().retainAll(cells);
        }
        return this;
    }

    /// Lays the runs over pixels of one cell.
    ///
    /// @return whether the pixels may now be off by a float's last bits
    boolean lay(Rect cell, Stack stack, Pixels into) {
        if (size == 0) {
            return false;
        }
        boolean approximate = false;
        for (Sheet sheet : sheets.computeIfAbsent(cell, c -> sheets(c, stack))) {
            if (sheet.folded == null) {
                stack.paintRuns(sheet.runs, into);
            } else {
                stack.layOver(sheet.folded, into);
                approximate = true;
            }
        }
        return approximate;
    }

    private List<Sheet> sheets(Rect cell, Stack stack) {
        return stretches.stream().map(stretch -> sheet(stretch, cell, stack)).toList();
    }

    private static Sheet sheet(Stretch stretch, Rect cell, Stack stack) {
        List<ClipRun> shown = stretch.runs.stream()
                .filter(run -> !Extent.of(run.base()).intersect(cell).isEmpty())
                .toList();
        if (!stretch.folds || shown.size() < 2) {
            return new Sheet(shown, null);
        }
        Rect part =
                shown.stream().map(run -> Extent.of(run.base()).intersect(cell)).reduce(Rect.EMPTY, Rect::union);
        Pixels folded = new Pixels(part);
        stack.paintRuns(shown, folded);
        return new Sheet(List.of(), folded);
    }
}
