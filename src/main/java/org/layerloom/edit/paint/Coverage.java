package org.layerloom.edit.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.document.Rect;

/// How much of each document pixel a stroke has covered so far, 0..1. Dabs build up: each covers its part of what the
/// ones before left free.
final class Coverage {
    private static final int TILE = 256;
    /// Pixels of dabs from which on several cores work.
    private static final long MANY = 1 << 16;
    private static final int STEPS = 1024;

    private final Brush brush;
    private final Rect limit;
    /// What a dab covers from its inner to its outer radius.
    private final float[] edge = new float[STEPS + 1];
    private final Map<Rect, float[]> tiles = new HashMap<>();

    /// Dabs that meet one tile.
    private record Work(Rect tile, float[] pixels, List<Dab> dabs) {}

    /// @param limit where paint may go
    Coverage(Brush brush, Rect limit) {
        this.brush = brush;
        this.limit = limit;
        for (int i = 0; i <= STEPS; i++) {
            double t = 1 - (double) i / STEPS;
            edge[i] = (float) (brush.flow() * t * t * (3 - 2 * t));
        }
    }

    /// Adds dabs.
    ///
    /// @return the areas that they reached, which do not overlap
    List<Rect> add(List<Dab> dabs) {
        List<Work> all = split(dabs);
        List<Rect> touched = all.stream().map(this::touched).toList();
        boolean many = touched.stream().mapToLong(Rect::area).sum() > MANY;
        (many ? all.parallelStream() : all.stream()).forEach(work -> work.dabs.forEach(dab -> print(work, dab)));
        return touched;
    }

    private List<Work> split(List<Dab> dabs) {
        Map<Rect, Work> works = new HashMap<>();
        for (Dab dab : dabs) {
            Rect reach = dab.bounds(brush.outer()).intersect(limit);
            for (Rect tile : grid(reach)) {
                works.computeIfAbsent(tile, t -> new Work(t, pixels(t), new ArrayList<>()))
                        .dabs
                        .add(dab);
            }
        }
        return List.copyOf(works.values());
    }

    private float[] pixels(Rect tile) {
        return tiles.computeIfAbsent(tile, t -> new float[TILE * TILE]);
    }

    private static List<Rect> grid(Rect area) {
        Rect whole = area.isEmpty() ? Rect.EMPTY : area.snapOutward(TILE);
        List<Rect> cells = new ArrayList<>();
        for (int y = whole.y(); y < whole.bottom(); y += TILE) {
            for (int x = whole.x(); x < whole.right(); x += TILE) {
                cells.add(new Rect(x, y, TILE, TILE));
            }
        }
        return cells;
    }

    private Rect touched(Work work) {
        return work.dabs.stream()
                .map(dab -> dab.bounds(brush.outer()))
                .reduce(Rect.EMPTY, Rect::union)
                .intersect(work.tile)
                .intersect(limit);
    }

    private void print(Work work, Dab dab) {
        Rect part = dab.bounds(brush.outer()).intersect(work.tile);
        double inner = brush.inner();
        double outer = brush.outer();
        float full = (float) brush.flow();
        for (int y = part.y(); y < part.bottom(); y++) {
            double dy = y + 0.5 - dab.y();
            int at = (y - work.tile.y()) * TILE - work.tile.x();
            for (int x = part.x(); x < part.right(); x++) {
                double dx = x + 0.5 - dab.x();
                double square = dx * dx + dy * dy;
                if (square < outer * outer) {
                    float dabbed = inner > 0 && square <= inner * inner
                            ? full
                            : edge[(int) ((Math.sqrt(square) - inner) / (outer - inner) * STEPS)];
                    work.pixels[at + x] += (1 - work.pixels[at + x]) * dabbed;
                }
            }
        }
    }

    /// Copies a run that lies in one cell of the grid of 256 px, as the areas of `add` do.
    void copy(int x, int y, int length, float[] into) {
        Rect tile = new Rect(Math.floorDiv(x, TILE) * TILE, Math.floorDiv(y, TILE) * TILE, TILE, TILE);
        float[] pixels = tiles.get(tile);
        if (pixels == null) {
            Arrays.fill(into, 0, length, 0);
        } else {
            System.arraycopy(pixels, (y - tile.y()) * TILE + x - tile.x(), into, 0, length);
        }
    }
}
