package org.layerloom.codec.psd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.layerloom.words.Words;

/// PackBits, row by row: n = 0..127 is followed by n + 1 bytes as they are, n = -1..-127 by one byte that stands 1
/// - n times; -128 means nothing.
final class PackBits {
    private static final Words WORDS = Words.of(PackBits.class);
    private static final int MAX_RUN = 128;

    private PackBits() {}

    /// Packs one row; gives how many bytes that made.
    static int pack(byte[] row, ByteArrayOutputStream out) {
        int before = out.size();
        int at = 0;
        while (at < row.length) {
            int run = run(row, at);
            if (run > 1) {
                out.write(1 - run);
                out.write(row[at]);
                at += run;
            } else {
                int literal = literal(row, at);
                out.write(literal - 1);
                out.write(row, at, literal);
                at += literal;
            }
        }
        return out.size() - before;
    }

    /// How many equal bytes start here.
    private static int run(byte[] row, int at) {
        int end = at + 1;
        while (end < row.length && end - at < MAX_RUN && row[end] == row[at]) {
            end++;
        }
        return end - at;
    }

    /// How many bytes until three equal ones start: a pair costs as much inside as outside.
    private static int literal(byte[] row, int at) {
        int end = at + 1;
        while (end < row.length
                && end - at < MAX_RUN
                && !(end + 2 < row.length && row[end] == row[end + 1] && row[end] == row[end + 2])) {
            end++;
        }
        return end - at;
    }

    /// Unpacks one row of `length` bytes.
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
            if (done + count > length || at + (n >= 0 ? count : 1) > to) {
                throw new IOException(WORDS.text("row.long"));
            }
            if (n >= 0) {
                System.arraycopy(packed, at, into, offset + done, count);
                at += count;
            } else {
                Arrays.fill(into, offset + done, offset + done + count, packed[at++]);
            }
            done += count;
        }
        if (done < length) {
            throw new IOException(WORDS.text("row.short"));
        }
    }
}
