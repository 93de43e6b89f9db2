package org.layerloom.codec.psd;

import java.io.IOException;

/// Rows whose samples are stored as the difference from the one before.
final class DeltaRows implements ChannelRows {
    private final ChannelRows stored;
    private final int depth;
    /// A row of 32 bits as it is stored: the first bytes of all samples, then the second and so on.
    private final byte[] planar;

    DeltaRows(ChannelRows stored, PlaneFormat format) {
        this.stored = stored;
        this.depth = format.depth();
        this.planar = new byte[depth == 32 ? format.rowBytes() : 0];
    }

    @Override
    public void next(byte[] row) throws IOException {
        switch (depth) {
            case 16 -> {
                stored.next(row);
                addWords(row);
            }
            case 32 -> {
                stored.next(planar);
                addBytes(planar);
                interleave(row);
            }
            default -> {
                stored.next(row);
                addBytes(row);
            }
        }
    }

    private static void addBytes(byte[] row) {
        for (int i = 1; i < row.length; i++) {
            row[i] += row[i - 1];
        }
    }

    private static void addWords(byte[] row) {
        int value = 0;
        for (int i = 0; i < row.length; i += Short.BYTES) {
            value += (row[i] & 0xff) << 8 | row[i + 1] & 0xff;
            row[i] = (byte) (value >> 8);
            row[i + 1] = (byte) value;
        }
    }

    private void interleave(byte[] row) {
        int width = row.length / Integer.BYTES;
        for (int i = 0; i < row.length; i++) {
            row[i] = planar[i % Integer.BYTES * width + i / Integer.BYTES];
        }
    }

    @Override
    public void close() {
        stored.close();
    }
}
