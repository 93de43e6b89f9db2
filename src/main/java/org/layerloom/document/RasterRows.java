package org.layerloom.document;

import java.util.Arrays;

/// Puts rows that come one after the other into tiles. A tile takes memory once it has a pixel, and whole tiles of
/// one colour that follow each other are one and the same: memory grows with what really comes.
final class RasterRows {
    private static final int TILE = Raster.TILE;

    private final int width;
    private final int height;
    private final int columns;
    private final int[][] tiles;
    /// The last tile of one colour.
    private int[] plain = new int[0];

    RasterRows(int width, int height) {
        this.width = width;
        this.height = height;
        this.columns = Math.ceilDiv(width, TILE);
        this.tiles = new int[columns * Math.ceilDiv(height, TILE)][];
    }

    <E extends Exception> Raster take(Raster.RowSource<E> rows) throws E {
        int[] argb = new int[width];
        for (int y = 0; y < height; y++) {
            rows.next(argb);
            put(argb, y);
            if (y % TILE == TILE - 1) {
                share(y / TILE);
            }
        }
        return Raster.ofTiles(width, height, tiles);
    }

    private void put(int[] argb, int y) {
        for (int column = 0; column < columns; column++) {
            int from = column * TILE;
            int length = Math.min(TILE, width - from);
            int index = y / TILE * columns + column;
            if (tiles[index] == null && any(argb, from, length)) {
                tiles[index] = new int[TILE * TILE];
            }
            if (tiles[index] != null) {
                System.arraycopy(argb, from, tiles[index], y % TILE * TILE, length);
            }
        }
    }

    private static boolean any(int[] argb, int from, int length) {
        int any = 0;
        for (int i = from; i < from + length; i++) {
            any |= argb[i];
        }
        return any != 0;
    }

    /// Looks for tiles of one colour in a finished band.
    private void share(int band) {
        for (int i = band * columns; i < (band + 1) * columns; i++) {
            int[] tile = tiles[i];
            if (tile != null && Arrays.mismatch(tile, 0, tile.length - 1, tile, 1, tile.length) < 0) {
                plain = plain.length > 0 && plain[0] == tile[0] ? plain : tile;
                tiles[i] = plain;
            }
        }
    }
}
