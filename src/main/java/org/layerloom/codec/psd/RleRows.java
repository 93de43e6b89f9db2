package org.layerloom.codec.psd;

import java.io.IOException;

/// Rows that are packed one by one, with the length of each before all of them.
final class RleRows implements ChannelRows {
    private final byte[] counts;
    private final byte[] packed;
    private final int countBytes;
    private int count;
    private int at;

    /// @param counts the packed lengths of the rows, from `firstCount` on
    /// @param packed the rows, from `from` on; may be the same bytes
    RleRows(byte[] counts, int firstCount, byte[] packed, long from, PlaneFormat format) throws IOException {
        if (from > packed.length) {
            throw ChannelRows.tooShort();
        }
        this.counts = counts;
        this.packed = packed;
        this.countBytes = format.countBytes();
        this.count = firstCount;
        this.at = (int) from;
    }

    @Override
    public void next(byte[] row) throws IOException {
        long end = at + count(counts, count, countBytes);
        if (end > packed.length) {
            throw ChannelRows.tooShort();
        }
        PackBits.unpack(packed, at, (int) end, row, 0, row.length);
        count += countBytes;
        at = (int) end;
    }

    private static long count(byte[] counts, int at, int bytes) {
        long count = 0;
        for (int i = at; i < at + bytes; i++) {
            count = count << 8 | counts[i] & 0xff;
        }
        return count;
    }

    /// How many bytes the rows from `from` to `to` have together.
    static long total(byte[] counts, int from, int to, PlaneFormat format) {
        long total = 0;
        for (int row = from; row < to; row++) {
            total += count(counts, row * format.countBytes(), format.countBytes());
        }
        return total;
    }
}
