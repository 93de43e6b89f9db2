package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Rows that are packed together with zlib.
final class ZipRows implements ChannelRows {
    private final Inflater inflater = new Inflater();

    /// @param from where the packed bytes start
    ZipRows(byte[] data, int from) {
        inflater.setInput(data, from, data.length - from);
    }

    @Override
    public void next(byte[] row) throws IOException {
        try {
            int done = 0;
            while (done < row.length) {
                int count = inflater.inflate(row, done, row.length - done);
                if (count == 0) {
                    throw ChannelRows.tooShort();
                }
                done += count;
            }
        } catch (DataFormatException e) {
            throw new IOException(WORDS.text("channel.broken"), e);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
