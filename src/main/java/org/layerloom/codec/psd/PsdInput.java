package org.layerloom.codec.psd;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.layerloom.words.Words;

/// A PSD file or a part of one, big-endian. Memory grows with the bytes that really come, never with a length that
/// the file claims.
final class PsdInput {
    private static final Words WORDS = Words.of(PsdInput.class);
    private static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");
    /// A part is read at once up to this many bytes, or as many as are known to be there, else in pieces that double.
    private static final int PIECE = 1 << 18;

    /// Longest array.
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

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

    double float64() throws IOException {
        return Double.longBitsToDouble(int64());
    }

    /// A length, which is never negative.
    long length() throws IOException {
        return Integer.toUnsignedLong(int32());
    }

    /// The length of a section or a channel.
    long length(PsdVersion version) throws IOException {
        return length(version.lengthBytes() == Long.BYTES);
    }

    /// @param wide whether it takes eight bytes
    long length(boolean wide) throws IOException {
        if (!wide) {
            return length();
        }
        long length = int64();
        if (length < 0) {
            throw new IOException(WORDS.text("length", Long.toUnsignedString(length)));
        }
        return length;
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
        if (length > MAX_BYTES) {
            throw new IOException(WORDS.text("length", length));
        }
        byte[] bytes = new byte[(int) (length <= PIECE ? length : Math.min(length, Math.max(PIECE, in.available())))];
        int done = 0;
        while (true) {
            int count = in.readNBytes(bytes, done, bytes.length - done);
            position += count;
            done += count;
            if (done < bytes.length) {
                throw new EOFException(WORDS.text("short"));
            }
            if (done == length) {
                return bytes;
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * done));
        }
    }

    /// All that is left.
    byte[] rest() throws IOException {
        byte[] rest = in.readAllBytes();
        position += rest.length;
        return rest;
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
