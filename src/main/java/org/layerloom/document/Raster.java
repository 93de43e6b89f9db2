package org.layerloom.document;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.IntStream;

/// Pixels as straight-alpha 8-bit ARGB in shared 256 x 256 tiles. Never written after construction, so documents of
/// a history share what did not change.
public final class Raster {
    public static final int TILE = 256;
    private static final int SHIFT = 8;
    private static final int MASK = TILE - 1;
    private static final Raster EMPTY = new Raster(0, 0, new int[0][]);

    private final int width;
    private final int height;
    private final int columns;
    /// Row-major tiles of 256 x 256 values; null stands for a tile that is all transparent black.
    private final int[][] tiles;
    /// Whether it is opaque, for it is asked often; null until then.
    private Boolean opaque;

    private Raster(int width, int height, int[][] tiles) {
        this.width = width;
        this.height = height;
        this.columns = Math.ceilDiv(width, TILE);
        this.tiles = tiles;
    }

    public static Raster empty() {
        return EMPTY;
    }

    /// Copies `argb`, row-major, `width * height` values.
    public static Raster of(int width, int height, int[] argb) {
        if (width < 0 || height < 0 || argb.length != (long) width * height) {
            throw new IllegalArgumentException(
                    argb.length + " pixels do not make a raster of " + width + " x " + height);
        }
        if (width == 0 || height == 0) {
            return EMPTY;
        }
        int columns = Math.ceilDiv(width, TILE);
        int[][] tiles = new int[columns * Math.ceilDiv(height, TILE)][];
        for (int i = 0; i < tiles.length; i++) {
            tiles[i] = tile(width, height, argb, i % columns * TILE, i / columns * TILE);
        }
        return new Raster(width, height, tiles);
    }

    /// A raster of one colour. Its whole tiles are one and the same.
    public static Raster filled(int width, int height, int argb) {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a raster of " + width + " x " + height);
        }
        if (width == 0 || height == 0) {
            return EMPTY;
        }
        int columns = Math.ceilDiv(width, TILE);
        int[][] tiles = new int[columns * Math.ceilDiv(height, TILE)][];
        int[] whole = argb == 0 ? null : filledTile(TILE, TILE, argb);
        for (int i = 0; i < tiles.length && argb != 0; i++) {
            int w = Math.min(TILE, width - i % columns * TILE);
            int h = Math.min(TILE, height - i / columns * TILE);
            tiles[i] = w == TILE && h == TILE ? whole : filledTile(w, h, argb);
        }
        return new Raster(width, height, tiles);
    }

    /// Draws a raster band by band, so that a large one is never in memory twice. Several bands are drawn at the same
    /// time.
    public static Raster drawn(int width, int height, Painter painter) {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a raster of " + width + " x " + height);
        }
        if (width == 0 || height == 0) {
            return EMPTY;
        }
        int columns = Math.ceilDiv(width, TILE);
        int[][] tiles = new int[columns * Math.ceilDiv(height, TILE)][];
        IntStream.range(0, tiles.length / columns).parallel().forEach(band -> {
            int rows = Math.min(TILE, height - band * TILE);
            int[] argb = new int[width * rows];
            painter.paint(band * TILE, rows, argb);
            for (int column = 0; column < columns; column++) {
                tiles[band * columns + column] = tile(width, rows, argb, column * TILE, 0);
            }
        });
        return new Raster(width, height, tiles);
    }

    /// Draws whole rows of a raster.
    public interface Painter {
        /// @param top the first row
        /// @param argb transparent; takes the pixels of all `rows`, row-major
        void paint(int top, int rows, int[] argb);
    }

    /// Takes a raster row by row, top first. Memory grows with the rows that come.
    ///
    /// @throws E what the source throws; nothing is kept then
    public static <E extends Exception> Raster ofRows(int width, int height, RowSource<E> rows) throws E {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a raster of " + width + " x " + height);
        }
        return width == 0 || height == 0 ? EMPTY : new RasterRows(width, height).take(rows);
    }

    /// Hands out the rows of a raster.
    public interface RowSource<E extends Exception> {
        /// @param argb holds the row before; takes all pixels of the next one
        void next(int[] argb) throws E;
    }

    /// Takes tiles that nobody writes to any more.
    static Raster ofTiles(int width, int height, int[][] tiles) {
        return width == 0 || height == 0 ? EMPTY : new Raster(width, height, tiles);
    }

    /// The tiles, row-major, to be read only; null stands for a transparent one.
    int[][] tiles() {
        return tiles;
    }

    private static int[] filledTile(int width, int height, int argb) {
        int[] tile = new int[TILE * TILE];
        for (int y = 0; y < height; y++) {
            Arrays.fill(tile, y * TILE, y * TILE + width, argb);
        }
        return tile;
    }

    private static int[] tile(int width, int height, int[] argb, int x0, int y0) {
        int w = Math.min(TILE, width - x0);
        int h = Math.min(TILE, height - y0);
        int[] tile = new int[TILE * TILE];
        int any = 0;
        for (int y = 0; y < h; y++) {
            int from = (y0 + y) * width + x0;
            System.arraycopy(argb, from, tile, y * TILE, w);
            for (int x = 0; x < w; x++) {
                any |= argb[from + x];
            }
        }
        return any == 0 ? null : tile;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public boolean isEmpty() {
        return width == 0;
    }

    /// The pixel at `x`, `y`, both inside the raster.
    public int argb(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            throw new IndexOutOfBoundsException("pixel " + x + ", " + y + " of a raster of " + width + " x " + height);
        }
        int[] tile = tiles[(y >> SHIFT) * columns + (x >> SHIFT)];
        return tile == null ? 0 : tile[(y & MASK) << SHIFT | x & MASK];
    }

    /// Copies `length` pixels of row `y` from column `x` on into `into`; all must lie inside the raster.
    public void copyRow(int x, int y, int length, int[] into, int offset) {
        if (x < 0 || y < 0 || length < 0 || x + length > width || y >= height) {
            throw new IndexOutOfBoundsException(
                    length + " pixels from " + x + ", " + y + " of a raster of " + width + " x " + height);
        }
        int done = 0;
        while (done < length) {
            int column = x + done;
            int run = Math.min(length - done, TILE - (column & MASK));
            int[] tile = tiles[(y >> SHIFT) * columns + (column >> SHIFT)];
            if (tile == null) {
                Arrays.fill(into, offset + done, offset + done + run, 0);
            } else {
                System.arraycopy(tile, (y & MASK) << SHIFT | column & MASK, into, offset + done, run);
            }
            done += run;
        }
    }

    /// Copies `length` pixels of a row that may reach beyond the raster; there they are `outside`.
    public void copyRow(int x, int y, int length, int[] into, int offset, int outside) {
        Rect inside = new Rect(0, 0, width, height).intersect(new Rect(x, y, length, 1));
        if (inside.width() < length) {
            Arrays.fill(into, offset, offset + length, outside);
        }
        if (!inside.isEmpty()) {
            copyRow(inside.x(), y, inside.width(), into, offset + inside.x() - x);
        }
    }

    /// All pixels, row-major, in a new array.
    public int[] toArgb() {
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            copyRow(0, y, width, argb, y * width);
        }
        return argb;
    }

    /// The part inside `area`, given in the raster's own coordinates; outside it is cut off.
    public Raster crop(Rect area) {
        Rect inside = area.intersect(new Rect(0, 0, width, height));
        if (inside.width() == width && inside.height() == height) {
            return this;
        }
        int[] argb = new int[inside.width() * inside.height()];
        for (int y = 0; y < inside.height(); y++) {
            copyRow(inside.x(), inside.y() + y, inside.width(), argb, y * inside.width());
        }
        return of(inside.width(), inside.height(), argb);
    }

    /// Whether nothing shines through any pixel.
    public boolean isOpaque() {
        Boolean known = opaque;
        if (known == null) {
            known = allOpaque();
            opaque = known;
        }
        return known;
    }

    private boolean allOpaque() {
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            copyRow(0, y, width, row, 0);
            for (int pixel : row) {
                if (pixel >>> 24 != 255) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The smallest rectangle that holds every pixel whose alpha is not 0; empty where there is none.
    public Rect alphaBounds() {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            int first = firstVisible(y);
            if (first < width) {
                left = Math.min(left, first);
                right = Math.max(right, lastVisible(y));
                top = Math.min(top, y);
                bottom = y;
            }
        }
        return right < 0 ? Rect.EMPTY : new Rect(left, top, right - left + 1, bottom - top + 1);
    }

    private int firstVisible(int y) {
        int start = (y >> SHIFT) * columns;
        for (int column = 0; column < columns; column++) {
            int[] tile = tiles[start + column];
            int row = (y & MASK) << SHIFT;
            for (int x = 0; tile != null && x < TILE; x++) {
                if (tile[row | x] >>> 24 != 0) {
                    return Math.min(width, column * TILE + x);
                }
            }
        }
        return width;
    }

    /// Of a row in which something is visible.
    private int lastVisible(int y) {
        int x = width - 1;
        while (argb(x, y) >>> 24 == 0) {
            x--;
        }
        return x;
    }

    /// The smallest rectangle, in this raster's coordinates, that holds every pixel in which another differs; empty
    /// where none does. Tiles that both share cost nothing; where the tiles do not lie on one grid, all of both is
    /// taken to differ.
    ///
    /// @param dx where the other's left edge lies
    /// @param dy where its top edge lies
    /// @param outside what both are taken to hold outside of their bounds, as ARGB
    public Rect differences(Raster other, int dx, int dy, int outside) {
        return RasterDifference.between(this, other, dx, dy, outside);
    }

    /// Memory that the pixels take; a tile that stands at several places counts once.
    public long bytes() {
        Set<int[]> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        Arrays.stream(tiles).filter(tile -> tile != null).forEach(distinct::add);
        return (long) distinct.size() * TILE * TILE * Integer.BYTES;
    }

    /// Equal pixels, wherever they lie in memory.
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Raster raster
                        && width == raster.width
                        && height == raster.height
                        && Arrays.deepEquals(tiles, raster.tiles);
    }

    @Override
    public int hashCode() {
        return 31 * width + height;
    }

    @Override
    public String toString() {
        return "Raster " + width + " x " + height;
    }
}
