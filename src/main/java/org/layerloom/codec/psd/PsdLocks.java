package org.layerloom.codec.psd;

import org.layerloom.document.Locks;

/// The locks of a layer as the bits of the `lspf` block.
final class PsdLocks {
    private static final int TRANSPARENCY = 1;
    private static final int PIXELS = 2;
    private static final int POSITION = 4;
    /// All of them, in newer files.
    private static final int ALL = 1 << 31;

    private PsdLocks() {}

    static int bits(Locks locks) {
        return (locks.transparency() ? TRANSPARENCY : 0)
                | (locks.pixels() ? PIXELS : 0)
                | (locks.position() ? POSITION : 0);
    }

    static Locks of(int bits) {
        return (bits & ALL) != 0
                ? Locks.ALL
                : new Locks((bits & TRANSPARENCY) != 0, (bits & PIXELS) != 0, (bits & POSITION) != 0);
    }
}
