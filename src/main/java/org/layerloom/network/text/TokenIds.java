package org.layerloom.network.text;

import java.util.Arrays;

/// Cuts or pads token ids to the length that a text encoder reads.
final class TokenIds {
    private TokenIds() {}

    /// `length` ids; what was cut still ends with the end token.
    static long[] fit(long[] ids, int length, long end, long pad) {
        long[] out = Arrays.copyOf(ids, length);
        if (ids.length > length) {
            out[length - 1] = end;
        } else {
            Arrays.fill(out, ids.length, length, pad);
        }
        return out;
    }
}
