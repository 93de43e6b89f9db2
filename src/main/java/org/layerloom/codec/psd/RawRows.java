package org.layerloom.codec.psd;

import java.io.IOException;

/// Rows that are not packed.
final class RawRows implements ChannelRows {
    private final byte[] data;
    private int at;

    /// @param from where the first row starts
    RawRows(byte[] data, int from) {
        this.data = data;
        this.at = from;
    }

    @Override
    public void next(byte[] row) throws IOException {
        if (row.length > data.length - at) {
            throw ChannelRows.tooShort();
        }
        System.arraycopy(data, at, row, 0, row.length);
        at += row.length;
    }
}
