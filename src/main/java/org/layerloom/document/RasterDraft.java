package org.layerloom.document;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A raster while it is painted: it grows where the paint goes, and a tile is copied before it is written to for the
/// first time, so that what was not painted stays shared with the raster before. Places are document px.
public final class RasterDraft {
    private static final int TILE = Raster.TILE;
    /// Pixels from which on several cores write.
    private static final long MANY = 1 << 16;

    private final int outside;
    private Rect bounds;
    private int[][] tiles;
    /// Which tiles are the draft's own, made since the last `raster()`.
    private boolean[] own;

    /// Writes a run of pixels that lie side by side.
    public interface Run {
        /// @param pixels holds the run from `offset` on, to be read and written there
        /// @param x place of the run's first pixel
        void write(int[] pixels, int offset, int x, int y, int length);
    }

    /// @param start what is there already; is not changed
    /// @param x where the left edge of `start` lies
    /// @param outside what pixels are where the draft grows
    public RasterDraft(Raster start, int x, int y, int outside) {
        this.outside = outside;
        bounds = start.isEmpty() ? Rect.EMPTY : new Rect(x, y, start.width(), start.height());
        tiles = start.tiles().clone();
        own = new boolean[tiles.length];
    }

    public Rect bounds() {
        return bounds;
    }

    /// Grows until `area` is inside. To the left and upward by whole tiles, so that the tiles there are stay as they
    /// are.
    public void cover(Rect area) {
        if (area.isEmpty() || bounds.contains(area)) {
            return;
        }
        Rect from = bounds.isEmpty() ? new Rect(area.x(), area.y(), 0, 0) : bounds;
        int left = Math.ceilDiv(Math.max(0, from.x() - area.x()), TILE);
        int top = Math.ceilDiv(Math.max(0, from.y() - area.y()), TILE);
        int x = from.x() - left * TILE;
        int y = from.y() - top * TILE;
        Rect grown = new Rect(
                x, y, side(Math.max(from.right(), area.right()) - x), side(Math.max(from.bottom(), area.bottom()) - y));
        spread(grown, left, top);
    }

    /// Where the outside is not transparent, a last tile in part would have to be filled anew at each step.
    private int side(int least) {
        return outside == 0 ? least : Math.ceilDiv(least, TILE) * TILE;
    }

    private void spread(Rect grown, int left, int top) {
        int oldColumns = columns();
        Rect before = bounds;
        int[][] oldTiles = tiles;
        boolean[] oldOwn = own;
        bounds = grown;
        int columns = columns();
        tiles = new int[columns * Math.ceilDiv(grown.height(), TILE)][];
        own = new boolean[tiles.length];
        if (outside != 0) {
            int[] blank = new int[TILE * TILE];
            Arrays.fill(blank, outside);
            Arrays.fill(tiles, blank);
        }
        for (int i = 0; i < oldTiles.length; i++) {
            int to = (i / oldColumns + top) * columns + i % oldColumns + left;
            tiles[to] = oldTiles[i];
            own[to] = oldOwn[i];
            if (outside != 0) {
                fillBeyond(to, before);
            }
        }
    }

    /// Fills the part of a tile that lay outside until now.
    private void fillBeyond(int index, Rect before) {
        Rect tile = area(index);
        Rect kept = tile.intersect(before);
        if (kept.equals(tile)) {
            return;
        }
        int[] pixels = writable(index);
        for (int y = 0; y < TILE; y++) {
            int from = tile.y() + y < before.bottom() ? kept.width() : 0;
            Arrays.fill(pixels, y * TILE + from, (y + 1) * TILE, outside);
        }
    }

    /// Lets pixels be written in areas that do not overlap, all of them inside the bounds; many of them on several
    /// cores at the same time.
    public void write(List<Rect> areas, Run run) {
        areas.forEach(area -> tilesOf(area).forEach(this::writable));
        boolean many = areas.stream().mapToLong(Rect::area).sum() > MANY;
        (many ? areas.parallelStream() : areas.stream())
                .forEach(area -> tilesOf(area).forEach(index -> {
                    Rect tile = area(index);
                    Rect part = tile.intersect(area);
                    for (int y = part.y(); y < part.bottom(); y++) {
                        int offset = (y - tile.y()) * TILE + part.x() - tile.x();
                        run.write(tiles[index], offset, part.x(), y, part.width());
                    }
                }));
    }

    /// What the draft holds now. It can be painted on.
    public Raster raster() {
        for (int i = 0; i < tiles.length; i++) {
            if (own[i] && isBlank(tiles[i])) {
                tiles[i] = null;
            }
        }
        own = new boolean[tiles.length];
        return Raster.ofTiles(bounds.width(), bounds.height(), tiles.clone());
    }

    private static boolean isBlank(int[] tile) {
        for (int pixel : tile) {
            if (pixel != 0) {
                return false;
            }
        }
        return true;
    }

    private int columns() {
        return Math.ceilDiv(bounds.width(), TILE);
    }

    private Rect area(int index) {
        return new Rect(bounds.x() + index % columns() * TILE, bounds.y() + index / columns() * TILE, TILE, TILE);
    }

    private IntStream tilesOf(Rect area) {
        Rect inside = area.intersect(bounds);
        if (inside.isEmpty()) {
            return IntStream.empty();
        }
        int first = (inside.x() - bounds.x()) / TILE;
        int last = (inside.right() - 1 - bounds.x()) / TILE;
        return IntStream.rangeClosed((inside.y() - bounds.y()) / TILE, (inside.bottom() - 1 - bounds.y()) / TILE)
                .flatMap(row -> IntStream.rangeClosed(first, last).map(column -> row * columns() + column));
    }

    private int[] writable(int index) {
        if (!own[index]) {
            tiles[index] = tiles[index] == null ? new int[TILE * TILE] : tiles[index].clone();
            own[index] = true;
        }
        return tiles[index];
    }
}
