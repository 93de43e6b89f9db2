package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.Arrays;
import org.layerloom.words.Words;

/// PackBits, row by row: n = 0..127 is followed by n + 1 bytes as they are, n = -1..-127 by one byte that stands 1
/// - n times; -128 means nothing.
final class PackBits {
    private static final Words WORDS = Words.of(PackBits.class);
    private static final int MAX_RUN = 128;
    /// Runs up to this length are counted byte by byte.
    private static final int SHORT = 16;

    private PackBits() {}

    /// The most bytes that a row of `length` can become: a number before each 128 bytes as they are.
    static int maxPacked(int length) {
        return length + Math.ceilDiv(length, MAX_RUN);
    }

    /// Packs one row into `out` from `at` on, where there is room for the longest; gives where it ends.
    static int pack(byte[] row, byte[] out, int at) {
        int end = at;
        int from = 0;
        while (from < row.length) {
            int run = run(row, from);
            if (run > 1) {
                out[end++] = (byte) (1 - run);
                out[end++] = row[from];
                from += run;
            } else {
                int literal = literal(row, from);
                out[end++] = (byte) (literal - 1);
                System.arraycopy(row, from, out, end, literal);
                end += literal;
                from += literal;
            }
        }
        return end;
    }

    /// How many equal bytes start here.
    private static int run(byte[] row, int at) {
        int last = Math.min(row.length, at + MAX_RUN);
        int near = Math.min(last, at + SHORT);
        int end = at + 1;
        while (end < near && row[end] == row[at]) {
            end++;
        }
        if (end < near || near == last) {
            return end - at;
        }
        // Each byte against the one before it, many at a time.
        int same = Arrays.mismatch(row, end, last, row, end - 1, last - 1);
        return (same < 0 ? last : end + same) - at;
    }

    /// How many bytes until three equal ones start: a pair costs as much inside as outside.
    private static int literal(byte[] row, int at) {
        int last = Math.min(row.length, at + MAX_RUN);
        int end = at + 1;
        while (end < last) {
            if (end + 2 >= row.length) {
                return last - at;
            }
            if (row[end + 1] != row[end + 2]) {
                end += 2; // three equal ones start neither here nor with the next
            } else if (row[end] != row[end + 1]) {
                end++;
            } else {
                return end - at;
            }
        }
        return last - at;
    }

    /// Unpacks one row of `length` bytes. What reaches beyond it, as GIMP has written it, is cut off.
    ///
    /// @param from where the row's packed bytes start, `to` where they end
    static void unpack(byte[] packed, int from, int to, byte[] into, int offset, int length) throws IOException {
        int at = from;
        int done = 0;
        while (at < to && done < length) {
            int n = packed[at++];
            int count = n >= 0 ? n + 1 : 1 - n;
            if (n == -MAX_RUN) {
                continue;
            }
            if (at + (n >= 0 ? count : 1) > to) {
                throw new IOException(WORDS.text("row.short"));
            }
            int start = offset + done;
            int end = start + Math.min(count, length - done);
            if (n >= 0) {
                System.arraycopy(packed, at, into, start, end - start);
                at += count;
            } else {
                Arrays.fill(into, start, end, packed[at++]);
            }
            done += count;
        }
        if (done < length) {
            throw new IOException(WORDS.text("row.short"));
        }
    }
}
