package org.layerloom.codec.psd;

import java.io.IOException;

/// The rows of one channel as samples of 8 bits.
final class Samples implements AutoCloseable {
    private static final float STEPS = 255;

    private final ChannelRows rows;
    private final int depth;
    /// Whether samples of 32 bits are light, which becomes sRGB; else they are shares.
    private final boolean light;

    private final byte[] row;
    private final byte[] samples;

    Samples(ChannelRows rows, PlaneFormat format, boolean light) {
        this.rows = rows;
        this.depth = format.depth();
        this.light = light;
        this.row = new byte[format.rowBytes()];
        this.samples = depth == 8 ? row : new byte[format.width()];
    }

    /// The next row, to be used before the one after it is asked for.
    byte[] next() throws IOException {
        rows.next(row);
        switch (depth) {
            case 1 -> bits();
            case 16 -> words();
            case 32 -> floats();
            default -> {}
        }
        return samples;
    }

    /// A set bit is black.
    private void bits() {
        for (int x = 0; x < samples.length; x++) {
            samples[x] = (byte) ((row[x >> 3] << (x & 7) & 0x80) == 0 ? 255 : 0);
        }
    }

    private void words() {
        for (int x = 0; x < samples.length; x++) {
            int value = (row[2 * x] & 0xff) << 8 | row[2 * x + 1] & 0xff;
            samples[x] = (byte) ((value * 255 + 32_767) / 65_535);
        }
    }

    private void floats() {
        for (int x = 0; x < samples.length; x++) {
            int at = 4 * x;
            float value = Float.intBitsToFloat((row[at] & 0xff) << 24
                    | (row[at + 1] & 0xff) << 16
                    | (row[at + 2] & 0xff) << 8
                    | row[at + 3] & 0xff);
            float share = value > 0 ? Math.min(value, 1) : 0; // what is no number, too
            samples[x] = (byte) (light ? Srgb.of(share) : Math.round(share * STEPS));
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
