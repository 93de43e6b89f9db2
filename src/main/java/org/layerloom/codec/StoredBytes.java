package org.layerloom.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import org.layerloom.words.Words;

/// Bytes that lie in a file as they are: a place instead of a copy in memory.
///
/// @param crc of the bytes, as ZIP has it
public record StoredBytes(BytesSource file, long offset, int length, int crc) {
    private static final Words WORDS = Words.of(StoredBytes.class);

    /// A copy, proved to be what was stored.
    ///
    /// @throws IOException when the file is not what it was
    public byte[] read() throws IOException {
        byte[] bytes;
        try (FileChannel channel = file.open()) {
            if (length < 0 || offset < 0 || offset > channel.size() - length) {
                throw new IOException(WORDS.text("stored.changed"));
            }
            bytes = new byte[length];
            fill(channel, offset, bytes);
        }
        if (crc(bytes) != crc) {
            throw new IOException(WORDS.text("stored.changed"));
        }
        return bytes;
    }

    /// The checksum that ZIP and PNG use.
    public static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /// Reads as many bytes as the array has; several threads may.
    public static void fill(FileChannel channel, long offset, byte[] into) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException(WORDS.text("stored.changed"));
            }
        }
    }
}
