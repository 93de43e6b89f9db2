package org.layerloom.codec.png;

import java.io.IOException;
import org.layerloom.words.Words;

/// The five row filters of PNG (section 9 of the specification), in both directions. Holds the present line and the
/// one above it.
final class RowFilter {
    private static final Words WORDS = Words.of(RowFilter.class);
    private static final int TYPES = 5;

    private final int pixelBytes;
    /// The line filtered in each way, made when it is first asked for: a reader never does.
    private final byte[][] candidates = new byte[TYPES][];
    private byte[] line;
    private byte[] above;

    /// @param bytes of a line without its filter byte
    /// @param pixelBytes how far back the pixel to the left lies; 1 where pixels are smaller than a byte
    RowFilter(int bytes, int pixelBytes) {
        this.pixelBytes = pixelBytes;
        this.line = new byte[bytes];
        this.above = new byte[bytes];
    }

    /// Goes to the next line and gives its array, to be filled.
    byte[] next() {
        byte[] spare = above;
        above = line;
        line = spare;
        return line;
    }

    /// The present line with its filter byte before it, filtered so that the sum of its bytes' sizes is the
    /// smallest.
    byte[] filtered() {
        byte[] best = null;
        long smallest = Long.MAX_VALUE;
        for (int type = 0; type < TYPES; type++) {
            if (candidates[type] == null) {
                candidates[type] = new byte[line.length + 1];
            }
            long sum = filter(type, candidates[type]);
            if (sum < smallest) {
                smallest = sum;
                best = candidates[type];
            }
        }
        return best;
    }

    /// Gives the sum of sizes.
    private long filter(int type, byte[] into) {
        into[0] = (byte) type;
        int first = Math.min(pixelBytes, line.length);
        for (int i = 0; i < first; i++) {
            into[i + 1] = (byte) (line[i] - predicted(type, i));
        }
        // One loop a type: a choice at every byte would take longer than the rest.
        switch (type) {
            case 0 -> System.arraycopy(line, 0, into, 1, line.length);
            case 1 -> {
                for (int i = first; i < line.length; i++) {
                    into[i + 1] = (byte) (line[i] - line[i - pixelBytes]);
                }
            }
            case 2 -> {
                for (int i = first; i < line.length; i++) {
                    into[i + 1] = (byte) (line[i] - above[i]);
                }
            }
            case 3 -> {
                for (int i = first; i < line.length; i++) {
                    into[i + 1] = (byte) (line[i] - ((line[i - pixelBytes] & 0xff) + (above[i] & 0xff) >> 1));
                }
            }
            default -> {
                for (int i = first; i < line.length; i++) {
                    int left = line[i - pixelBytes] & 0xff;
                    into[i + 1] = (byte) (line[i] - paeth(left, above[i] & 0xff, above[i - pixelBytes] & 0xff));
                }
            }
        }
        return sum(into);
    }

    private static long sum(byte[] filtered) {
        long sum = 0;
        for (int i = 1; i < filtered.length; i++) {
            sum += Math.abs(filtered[i]);
        }
        return sum;
    }

    /// Turns the present line from differences back into bytes.
    void unfilter(int type) throws IOException {
        if (type < 0 || type >= TYPES) {
            throw new IOException(WORDS.text("filter.unknown", type));
        }
        int first = Math.min(pixelBytes, line.length);
        for (int i = 0; i < first; i++) {
            line[i] += (byte) predicted(type, i);
        }
        // One loop a type, as above.
        switch (type) {
            case 0 -> {}
            case 1 -> {
                for (int i = first; i < line.length; i++) {
                    line[i] += line[i - pixelBytes];
                }
            }
            case 2 -> {
                for (int i = first; i < line.length; i++) {
                    line[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = first; i < line.length; i++) {
                    line[i] += (byte) ((line[i - pixelBytes] & 0xff) + (above[i] & 0xff) >> 1);
                }
            }
            default -> {
                for (int i = first; i < line.length; i++) {
                    int left = line[i - pixelBytes] & 0xff;
                    line[i] += (byte) paeth(left, above[i] & 0xff, above[i - pixelBytes] & 0xff);
                }
            }
        }
    }

    private int predicted(int type, int i) {
        int left = i < pixelBytes ? 0 : line[i - pixelBytes] & 0xff;
        int up = above[i] & 0xff;
        return switch (type) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            default -> paeth(left, up, i < pixelBytes ? 0 : above[i - pixelBytes] & 0xff);
        };
    }

    private static int paeth(int left, int up, int upLeft) {
        int estimate = left + up - upLeft;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toUpLeft = Math.abs(estimate - upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
    }
}
