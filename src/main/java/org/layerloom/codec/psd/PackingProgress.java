package org.layerloom.codec.psd;

import java.util.concurrent.atomic.LongAdder;
import org.layerloom.codec.WriteProgress;

/// Tells how far a file is packed, and then how far it is written. Packing is told of from several threads.
final class PackingProgress {
    /// How much of the work packing is.
    private static final double PACKING = 0.8;

    private final WriteProgress heard;
    private final long pixels;
    private final LongAdder packed = new LongAdder();
    private long bytes;
    private long written;

    /// @param pixels that will be packed
    PackingProgress(long pixels, WriteProgress heard) {
        this.pixels = Math.max(1, pixels);
        this.heard = heard;
    }

    void packed(long more) {
        packed.add(more);
        heard.at(PACKING * Math.min(1, packed.sum() / (double) pixels));
    }

    /// @param bytes that will be written
    void writing(long bytes) {
        this.bytes = Math.max(1, bytes);
    }

    void written(long more) {
        written += more;
        heard.at(PACKING + (1 - PACKING) * Math.min(1, written / (double) bytes));
    }
}
