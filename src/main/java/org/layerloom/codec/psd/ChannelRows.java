package org.layerloom.codec.psd;

import java.io.IOException;
import org.layerloom.words.Words;

/// The rows of one channel, unpacked one after the other.
interface ChannelRows extends AutoCloseable {
    Words WORDS = Words.of(ChannelRows.class);

    /// @param row takes the next row's bytes
    void next(byte[] row) throws IOException;

    @Override
    default void close() {}

    /// @param data the compression in two bytes, then the packed channel
    static ChannelRows of(byte[] data, PlaneFormat format) throws IOException {
        if (data.length < Short.BYTES) {
            throw new IOException(WORDS.text("channel.empty"));
        }
        int compression = data[0] << 8 | data[1] & 0xff;
        int counts = Math.multiplyExact(format.height(), format.countBytes());
        return switch (compression) {
            case 0 -> new RawRows(data, Short.BYTES);
            case 1 -> new RleRows(data, Short.BYTES, data, Short.BYTES + (long) counts, format);
            case 2 -> new ZipRows(data, Short.BYTES);
            case 3 -> new DeltaRows(new ZipRows(data, Short.BYTES), format);
            default -> throw new IOException(WORDS.text("channel.compression", compression));
        };
    }

    static IOException tooShort() {
        return new IOException(WORDS.text("channel.short"));
    }
}
