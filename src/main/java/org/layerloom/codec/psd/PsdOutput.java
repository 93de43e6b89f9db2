package org.layerloom.codec.psd;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.layerloom.document.Bytes;

/// A part of a PSD file in memory, big-endian, whose length is needed before it is written.
final class PsdOutput {
    private static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");
    private static final int MAX_PASCAL = 255;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    int size() {
        return bytes.size();
    }

    void int32(int value) throws IOException {
        data.writeInt(value);
    }

    void float64(double value) throws IOException {
        data.writeDouble(value);
    }

    void int16(int value) throws IOException {
        data.writeShort(value);
    }

    void int8(int value) throws IOException {
        data.writeByte(value);
    }

    void raw(byte[] value) throws IOException {
        data.write(value);
    }

    /// A signature or key of four letters.
    void key(String key) throws IOException {
        data.write(key.getBytes(StandardCharsets.US_ASCII));
    }

    /// A byte for the length, MacRoman letters with `?` for what it lacks, zeros up to a multiple of `step`.
    void pascal(String text, int step) throws IOException {
        byte[] letters = text.getBytes(MAC_ROMAN);
        int length = Math.min(MAX_PASCAL, letters.length);
        data.writeByte(length);
        data.write(letters, 0, length);
        pad(length + 1, step);
    }

    /// The number of UTF-16 units, then the units.
    void unicode(String text) throws IOException {
        data.writeInt(text.length());
        data.writeChars(text);
    }

    void length(long value, PsdVersion version) throws IOException {
        version.length(value, data);
    }

    /// A tagged block, padded to 4 with the padding counted in its length.
    void block(String key, PsdOutput content) throws IOException {
        key("8BIM");
        key(key);
        sized(content, 4);
    }

    /// A block as another program wrote it.
    void block(String key, Bytes content, PsdVersion version) throws IOException {
        boolean isLong = version.isLong(key);
        int length = Math.ceilDiv(content.size(), 4) * 4;
        key(isLong ? "8B64" : "8BIM");
        key(key);
        if (isLong) {
            data.writeLong(length);
        } else {
            data.writeInt(length);
        }
        content.writeTo(data);
        pad(content.size(), 4);
    }

    /// The length of a part, rounded up to a multiple of `step`, then the part and the zeros.
    void sized(PsdOutput part, int step) throws IOException {
        data.writeInt(Math.ceilDiv(part.size(), step) * step);
        append(part);
        pad(part.size(), step);
    }

    void append(PsdOutput part) throws IOException {
        part.bytes.writeTo(data);
    }

    /// Zeros after `length` bytes up to a multiple of `step`.
    void pad(int length, int step) throws IOException {
        data.write(new byte[Math.ceilDiv(length, step) * step - length]);
    }

    void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }
}
