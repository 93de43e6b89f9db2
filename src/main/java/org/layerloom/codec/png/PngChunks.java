package org.layerloom.codec.png;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.layerloom.words.Shown;
import org.layerloom.words.Words;

/// The chunks of a PNG file, one after the other. Memory grows with the bytes that really come, never with the
/// length that a chunk claims.
final class PngChunks {
    private static final Words WORDS = Words.of(PngChunks.class);
    private static final int PIECE = 1 << 16;

    /// One chunk with its checked data.
    record Chunk(String type, byte[] data) {
        String shownType() {
            return Shown.of(type);
        }
    }

    private final DataInputStream in;
    /// How many bytes may still come.
    private long budget;

    /// @param maxBytes the most that the file may have
    PngChunks(InputStream in, long maxBytes) throws IOException {
        this.in = new DataInputStream(in);
        this.budget = maxBytes;
        byte[] signature = this.in.readNBytes(PngWriter.SIGNATURE.length);
        if (!Arrays.equals(signature, PngWriter.SIGNATURE)) {
            throw new IOException(WORDS.text("no.png"));
        }
    }

    Chunk next() throws IOException {
        try {
            int length = in.readInt();
            byte[] type = new byte[4];
            in.readFully(type);
            String name = new String(type, StandardCharsets.ISO_8859_1);
            if (length < 0 || (budget -= length) < 0) {
                throw new IOException(WORDS.text("chunk.long", Shown.of(name), Integer.toUnsignedString(length)));
            }
            byte[] data = read(length);
            CRC32 crc = new CRC32();
            crc.update(type);
            crc.update(data);
            if (in.readInt() != (int) crc.getValue()) {
                throw new IOException(WORDS.text("chunk.checksum", Shown.of(name)));
            }
            return new Chunk(name, data);
        } catch (EOFException e) {
            throw new IOException(WORDS.text("short"), e);
        }
    }

    private byte[] read(int length) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream(Math.min(length, PIECE));
        int left = length;
        while (left > 0) {
            byte[] piece = in.readNBytes(Math.min(left, PIECE));
            if (piece.length == 0) {
                throw new EOFException();
            }
            data.writeBytes(piece);
            left -= piece.length;
        }
        return data.toByteArray();
    }
}
