package org.layerloom.network.flux;

/// Memory that weights may still take, handed out to those who ask first.
final class Room {
    private long left;

    /// @param bytes there are; [Long#MAX_VALUE] = no limit
    Room(long bytes) {
        left = bytes;
    }

    /// Sets bytes aside, whether they are there or not.
    void reserve(long bytes) {
        left = left == Long.MAX_VALUE ? left : left - bytes;
    }

    /// Sets bytes aside if they are there, and says so.
    boolean take(long bytes) {
        boolean enough = bytes <= left;
        if (enough) {
            reserve(bytes);
        }
        return enough;
    }
}
