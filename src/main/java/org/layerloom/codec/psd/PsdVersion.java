package org.layerloom.codec.psd;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;

/// The two versions of the format: PSB, for large documents, has longer lengths in some places.
enum PsdVersion {
    PSD(1, 30_000, Integer.MAX_VALUE),
    PSB(2, 300_000, Long.MAX_VALUE);

    /// Tagged blocks whose length has 8 bytes in a PSB file: those that Adobe documents, and those met in files.
    private static final Set<String> LONG_BLOCKS = Set.of(
            "LMsk", "Lr16", "Lr32", "Layr", "Mt16", "Mt32", "Mtrn", "Alph", "FMsk", "lnk2", "FEid", "FXid", "PxSD",
            "lnk3", "lnkE", "FELS", "pths", "extd", "extn", "cinf", "artd");

    private final int number;
    private final int maxSide;
    private final long maxBytes;

    PsdVersion(int number, int maxSide, long maxBytes) {
        this.number = number;
        this.maxSide = maxSide;
        this.maxBytes = maxBytes;
    }

    int number() {
        return number;
    }

    /// Longest side of a page, a layer or a mask, px.
    int maxSide() {
        return maxSide;
    }

    long maxBytes() {
        return maxBytes;
    }

    /// Bytes of the length of a section or a channel.
    int lengthBytes() {
        return this == PSD ? Integer.BYTES : Long.BYTES;
    }

    /// Bytes of the length of a packed row.
    int countBytes() {
        return this == PSD ? Short.BYTES : Integer.BYTES;
    }

    boolean isLong(String block) {
        return this == PSB && LONG_BLOCKS.contains(block);
    }

    /// Writes the length of a section or a channel. What a PSD file cannot count is never written to one, though it
    /// may be measured.
    void length(long bytes, DataOutputStream out) throws IOException {
        if (this == PSD) {
            out.writeInt((int) bytes);
        } else {
            out.writeLong(bytes);
        }
    }

    /// Writes the length of a packed row. Rows of 30,000 px never have more bytes than 16 bits count.
    void count(int bytes, DataOutputStream out) throws IOException {
        if (this == PSD) {
            out.writeShort(bytes);
        } else {
            out.writeInt(bytes);
        }
    }
}
