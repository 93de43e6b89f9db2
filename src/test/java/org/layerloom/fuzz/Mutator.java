package org.layerloom.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damages files by chance, always in the same way for the same seed: bits, bytes, numbers in both byte orders,
/// lengths,
/// numbers in text, blocks moved, doubled and cut out, ends cut off, and two files spliced.
final class Mutator {
    private static final int MAX_CHANGES = 4;
    private static final int TRIES = 40;
    private static final int DEEP = 3000;
    private static final long[] EDGES = {
        0,
        1,
        2,
        3,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0x8000,
        0xffff,
        0x10000,
        30_000,
        300_001,
        0x7fffffff,
        0x80000000L,
        0xfffffff0L,
        0xffffffffL
    };
    private static final List<String> TEXT_EDGES = List.of(
            "0",
            "-1",
            "1.5",
            "1e9",
            "1e400",
            "255",
            "256",
            "16385",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "99999999999999999999999",
            "null",
            "{}",
            "[]",
            "\"\"",
            "\"\\ud800\"",
            "true");

    private final Random random;

    Mutator(long seed) {
        random = new Random(seed);
    }

    /// A damaged copy of one of the files.
    byte[] mutate(List<byte[]> files) {
        byte[] data = files.get(random.nextInt(files.size())).clone();
        if (random.nextInt(12) == 0) {
            data = splice(data, files.get(random.nextInt(files.size())));
        }
        for (int i = random.nextInt(MAX_CHANGES); i >= 0; i--) {
            data = data.length == 0 ? new byte[1] : change(data);
        }
        return data;
    }

    /// A number from 0 to `bound` - 1.
    int below(int bound) {
        return random.nextInt(bound);
    }

    private byte[] change(byte[] data) {
        return switch (random.nextInt(12)) {
            case 0 -> bit(data);
            case 1 -> bytes(data);
            case 2, 3 -> number(data);
            case 4, 5 -> length(data);
            case 6 -> Arrays.copyOf(data, random.nextInt(data.length + 1));
            case 7 -> move(data);
            case 8 -> without(data);
            case 9 -> doubled(data);
            case 10 -> textNumber(data);
            default -> random.nextInt(8) == 0 ? deep(data) : textNumber(data);
        };
    }

    private byte[] bit(byte[] data) {
        data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
        return data;
    }

    private byte[] bytes(byte[] data) {
        int from = random.nextInt(data.length);
        int to = Math.min(data.length, from + 1 + random.nextInt(8));
        int kind = random.nextInt(3);
        for (int i = from; i < to; i++) {
            data[i] = kind == 0 ? 0 : kind == 1 ? (byte) 0xff : (byte) random.nextInt(256);
        }
        return data;
    }

    private ByteBuffer ordered(byte[] data) {
        return ByteBuffer.wrap(data).order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] number(byte[] data) {
        long value = EDGES[random.nextInt(EDGES.length)];
        ByteBuffer buffer = ordered(data);
        if (random.nextBoolean() && data.length >= 4) {
            buffer.putInt(random.nextInt(data.length - 3), (int) value);
        } else if (data.length >= 2) {
            buffer.putShort(random.nextInt(data.length - 1), (short) value);
        }
        return data;
    }

    /// Changes what could be a length: a number that is smaller than the bytes that follow it.
    private byte[] length(byte[] data) {
        ByteBuffer buffer = ordered(data);
        for (int i = 0; i < TRIES && data.length > 4; i++) {
            int at = random.nextInt(data.length - 3);
            int value = buffer.getInt(at);
            if (value > 0 && value <= data.length - at) {
                buffer.putInt(at, lied(value));
                break;
            }
        }
        return data;
    }

    private int lied(int value) {
        return switch (random.nextInt(7)) {
            case 0 -> value - 1;
            case 1 -> value + 1;
            case 2 -> value + random.nextInt(100);
            case 3 -> value / 2;
            case 4 -> value * 1000;
            case 5 -> -value;
            default -> (int) EDGES[random.nextInt(EDGES.length)];
        };
    }

    private byte[] move(byte[] data) {
        int size = 1 + random.nextInt(Math.min(64, data.length));
        int from = random.nextInt(data.length - size + 1);
        int to = random.nextInt(data.length - size + 1);
        byte[] block = Arrays.copyOfRange(data, from, from + size);
        System.arraycopy(block, 0, data, to, size);
        return data;
    }

    private byte[] without(byte[] data) {
        int from = random.nextInt(data.length);
        int to = Math.min(data.length, from + 1 + random.nextInt(64));
        return joined(data, from, data, to);
    }

    private byte[] doubled(byte[] data) {
        int from = random.nextInt(data.length);
        int to = Math.min(data.length, from + 1 + random.nextInt(256));
        return joined(data, to, data, from);
    }

    private byte[] splice(byte[] one, byte[] two) {
        return joined(one, random.nextInt(one.length + 1), two, random.nextInt(two.length + 1));
    }

    private static byte[] joined(byte[] one, int end, byte[] two, int start) {
        byte[] all = Arrays.copyOf(one, end + two.length - start);
        System.arraycopy(two, start, all, end, two.length - start);
        return all;
    }

    /// Sets a number that stands as text, in JSON or XML.
    private byte[] textNumber(byte[] data) {
        for (int i = 0; i < TRIES; i++) {
            int from = random.nextInt(data.length);
            int to = from;
            while (to < data.length && data[to] >= '0' && data[to] <= '9') {
                to++;
            }
            if (to > from) {
                return inserted(data, from, to, TEXT_EDGES.get(random.nextInt(TEXT_EDGES.size())));
            }
        }
        return data;
    }

    private byte[] deep(byte[] data) {
        int at = random.nextInt(data.length);
        return inserted(
                data,
                at,
                at,
                List.of("[", "{\"layers\":[", "<stack>").get(random.nextInt(3)).repeat(DEEP));
    }

    private static byte[] inserted(byte[] data, int from, int to, String text) {
        byte[] with = joined(data, from, text.getBytes(StandardCharsets.UTF_8), 0);
        return joined(with, with.length, data, to);
    }
}
