package org.layerloom.document;

import java.util.Arrays;

/// Finds where the pixels of two rasters differ. Tiles that both share are not looked at.
final class RasterDifference {
    private static final int TILE = Raster.TILE;

    private final Raster one;
    private final Raster two;
    private final int dx;
    private final int dy;
    /// What a raster holds outside of its bounds.
    private final int outside;

    private RasterDifference(Raster one, Raster two, int dx, int dy, int outside) {
        this.one = one;
        this.two = two;
        this.dx = dx;
        this.dy = dy;
        this.outside = outside;
    }

    /// As [Raster#differences] says.
    static Rect between(Raster one, Raster two, int dx, int dy, int outside) {
        Rect first = new Rect(0, 0, one.width(), one.height());
        Rect second = new Rect(dx, dy, two.width(), two.height());
        if (one == two && dx == 0 && dy == 0) {
            return Rect.EMPTY;
        }
        if (dx % TILE != 0 || dy % TILE != 0) {
            return first.union(second);
        }
        return new RasterDifference(one, two, dx, dy, outside).within(first.union(second));
    }

    private Rect within(Rect all) {
        Rect tiles = all.snapOutward(TILE);
        Rect found = Rect.EMPTY;
        for (int y = tiles.y(); y < tiles.bottom(); y += TILE) {
            for (int x = tiles.x(); x < tiles.right(); x += TILE) {
                Rect tile = new Rect(x, y, TILE, TILE).intersect(all);
                if (!shared(x, y, tile)) {
                    found = found.union(inTile(tile));
                }
            }
        }
        return found;
    }

    /// Whether both rasters have one and the same tile there, and all of the part of it that counts.
    private boolean shared(int x, int y, Rect tile) {
        return covers(one, tile)
                && covers(two, tile.translate(-dx, -dy))
                && tile(one, x, y) == tile(two, x - dx, y - dy);
    }

    private static boolean covers(Raster raster, Rect part) {
        return new Rect(0, 0, raster.width(), raster.height()).contains(part);
    }

    private static int[] tile(Raster raster, int x, int y) {
        return raster.tiles()[y / TILE * Math.ceilDiv(raster.width(), TILE) + x / TILE];
    }

    private Rect inTile(Rect tile) {
        int left = tile.width();
        int right = 0;
        int top = -1;
        int bottom = 0;
        int[] a = new int[tile.width()];
        int[] b = new int[tile.width()];
        for (int y = 0; y < tile.height(); y++) {
            one.copyRow(tile.x(), tile.y() + y, a.length, a, 0, outside);
            two.copyRow(tile.x() - dx, tile.y() - dy + y, b.length, b, 0, outside);
            int first = Arrays.mismatch(a, b);
            if (first >= 0) {
                left = Math.min(left, first);
                right = Math.max(right, end(a, b, right));
                top = top < 0 ? y : top;
                bottom = y + 1;
            }
        }
        return top < 0 ? Rect.EMPTY : new Rect(tile.x() + left, tile.y() + top, right - left, bottom - top);
    }

    /// One beyond the last place where two rows differ; not looked for below `least`.
    private static int end(int[] a, int[] b, int least) {
        int end = a.length;
        while (end > least && a[end - 1] == b[end - 1]) {
            end--;
        }
        return end;
    }
}
