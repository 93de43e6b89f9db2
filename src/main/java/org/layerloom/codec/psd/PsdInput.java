package org.layerloom.codec.psd;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.layerloom.words.Words;

/// A PSD file or a part of one, big-endian. Memory grows with the bytes that really come, never with a length that
/// the file claims.
final class PsdInput {
    private static final Words WORDS = Words.of(PsdInput.class);
    private static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");
    private static final int PIECE = 1 << 16;

    private final DataInputStream in;
    private long position;

    PsdInput(InputStream in) {
        this.in = new DataInputStream(in);
    }

    PsdInput(byte[] part) {
        this(new ByteArrayInputStream(part));
    }

    /// Bytes read so far.
    long position() {
        return position;
    }

    int int8() throws IOException {
        return bytes(1)[0] & 0xff;
    }

    int int16() throws IOException {
        byte[] two = bytes(2);
        return (short) ((two[0] & 0xff) << 8 | two[1] & 0xff);
    }

    int int32() throws IOException {
        byte[] four = bytes(4);
        return four[0] << 24 | (four[1] & 0xff) << 16 | (four[2] & 0xff) << 8 | four[3] & 0xff;
    }

    long int64() throws IOException {
        return (long) int32() << 32 | length();
    }

    /// A length, which is never negative.
    long length() throws IOException {
        return Integer.toUnsignedLong(int32());
    }

    String key() throws IOException {
        return new String(bytes(4), StandardCharsets.ISO_8859_1);
    }

    /// A length of one byte, MacRoman letters, and the padding to a multiple of `step`.
    String pascal(int step) throws IOException {
        int length = int8();
        String text = new String(bytes(length), MAC_ROMAN);
        skip(Math.ceilDiv(length + 1, step) * step - length - 1);
        return text;
    }

    /// The number of UTF-16 units, then the units.
    String unicode() throws IOException {
        long units = length();
        if (units > Integer.MAX_VALUE / Character.BYTES) {
            throw new IOException(WORDS.text("name.long", units));
        }
        return new String(bytes((int) units * Character.BYTES), StandardCharsets.UTF_16BE);
    }

    byte[] bytes(long length) throws IOException {
        if (length <= PIECE) {
            byte[] small = in.readNBytes((int) length);
            position += small.length;
            return complete(small, length);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(PIECE);
        long left = length;
        while (left > 0) {
            byte[] piece = in.readNBytes((int) Math.min(left, PIECE));
            position += piece.length;
            complete(piece, Math.min(left, PIECE));
            all.writeBytes(piece);
            left -= piece.length;
        }
        return all.toByteArray();
    }

    private static byte[] complete(byte[] bytes, long length) throws IOException {
        if (bytes.length < length) {
            throw new EOFException(WORDS.text("short"));
        }
        return bytes;
    }

    void skip(long length) throws IOException {
        try {
            in.skipNBytes(length);
            position += length;
        } catch (EOFException e) {
            throw new IOException(WORDS.text("short"), e);
        }
    }

    boolean hasMore() throws IOException {
        return in.available() > 0;
    }
}
