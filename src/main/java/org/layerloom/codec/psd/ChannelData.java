package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.layerloom.words.Words;

/// Unpacks one channel of a picture, after checking that its bytes can make the pixels that it claims.
final class ChannelData {
    private static final Words WORDS = Words.of(ChannelData.class);

    /// What one byte of each packing can become at most.
    private static final long RLE_RATIO = 64;

    private static final long ZIP_RATIO = 1032;

    private ChannelData() {}

    /// @param data the compression in two bytes, then the packed plane
    static byte[] plane(byte[] data, int width, int height) throws IOException {
        if (data.length < 2) {
            throw new IOException(WORDS.text("channel.empty"));
        }
        int compression = data[0] << 8 | data[1] & 0xff;
        return switch (compression) {
            case 0 -> raw(data, width * height);
            case 1 -> rle(part(data, 2, 2 * height), part(data, 2 + 2 * height, Integer.MAX_VALUE), width, height);
            case 2 -> zip(data, width * height);
            case 3 -> undone(zip(data, width * height), width);
            default -> throw new IOException(WORDS.text("channel.compression", compression));
        };
    }

    private static byte[] part(byte[] data, int from, int length) throws IOException {
        if (from > data.length) {
            throw tooShort();
        }
        return Arrays.copyOfRange(data, from, (int) Math.min(data.length, (long) from + length));
    }

    private static byte[] raw(byte[] data, int size) throws IOException {
        if (data.length - 2 < size) {
            throw tooShort();
        }
        byte[] plane = new byte[size];
        System.arraycopy(data, 2, plane, 0, size);
        return plane;
    }

    /// @param counts the packed length of each row, two bytes each
    static byte[] rle(byte[] counts, byte[] packed, int width, int height) throws IOException {
        if ((long) width * height > packed.length * RLE_RATIO) {
            throw tooShort();
        }
        byte[] plane = new byte[width * height];
        int at = 0;
        for (int y = 0; y < height; y++) {
            int end = at + count(counts, y);
            if (end > packed.length) {
                throw tooShort();
            }
            PackBits.unpack(packed, at, end, plane, y * width, width);
            at = end;
        }
        return plane;
    }

    private static int count(byte[] counts, int row) {
        return (counts[2 * row] & 0xff) << 8 | counts[2 * row + 1] & 0xff;
    }

    /// How many bytes all rows have together.
    static long total(byte[] counts) {
        long total = 0;
        for (int row = 0; row < counts.length / 2; row++) {
            total += count(counts, row);
        }
        return total;
    }

    private static byte[] zip(byte[] data, int size) throws IOException {
        if (size > (data.length - 2) * ZIP_RATIO + ZIP_RATIO) {
            throw tooShort();
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data, 2, data.length - 2);
            byte[] plane = new byte[size];
            int done = 0;
            while (done < size) {
                int count = inflater.inflate(plane, done, size - done);
                if (count == 0) {
                    throw tooShort();
                }
                done += count;
            }
            return plane;
        } catch (DataFormatException e) {
            throw new IOException(WORDS.text("channel.broken"), e);
        } finally {
            inflater.end();
        }
    }

    /// Each byte of a row was stored as the difference from the one before.
    private static byte[] undone(byte[] plane, int width) {
        for (int i = 0; i < plane.length; i++) {
            if (i % width != 0) {
                plane[i] += plane[i - 1];
            }
        }
        return plane;
    }

    private static IOException tooShort() {
        return new IOException(WORDS.text("channel.short"));
    }
}
