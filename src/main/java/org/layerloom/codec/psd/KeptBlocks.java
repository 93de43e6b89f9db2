package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerloom.document.Bytes;
import org.layerloom.document.Foreign;

/// Decides what of a file is kept unread for the next PSD file, and how much of it at most. What changes the look
/// and is not shown here is never kept: what one sees is what leaves.
final class KeptBlocks {
    /// Blocks of layers that say nothing of their look: the origin of the name, metadata, the reference point of
    /// transforms, the version that can read it.
    private static final Set<String> HARMLESS = Set.of("lnsr", "shmd", "fxrp", "lyvr");
    /// Text, and embedded or linked pictures. They describe the pixels and hold as long as these are not changed.
    private static final Set<String> OF_PIXELS = Set.of("TySh", "SoLd", "SoLE", "PlLd");
    /// The files that embedded pictures are made from.
    private static final Set<String> GLOBAL = Set.of("lnkD", "lnk2", "lnk3", "lnkE");
    /// Resources that describe neither pixels nor layers; docs/formats.md has their names.
    private static final Set<Integer> RESOURCES = Set.of(
            1008, 1010, 1011, 1028, 1034, 1035, 1037, 1041, 1049, 1054, 1058, 1059, 1061, 1062, 1064, 1071, 1082, 1083,
            10_000);

    private static final int FIRST_PATH = 2000;
    private static final int LAST_PATH = 2997;

    /// Most bytes that are kept of one file.
    static final long MAX_BYTES = 64L << 20;
    /// Bytes that a block takes in memory beside its data, so that a file of empty ones ends, too.
    private static final int BLOCK_BYTES = 256;

    private final List<Foreign.Block> ofFile = new ArrayList<>();
    private long left = MAX_BYTES;

    /// A block of a layer. Whether it describes the layer's pixels is known when these are there.
    record OfLayer(String key, Bytes data) {
        private Foreign.Block of(Foreign.Pixels pixels) {
            return new Foreign.Block(
                    "psd/" + key, data, OF_PIXELS.contains(key) ? Optional.of(pixels) : Optional.empty());
        }
    }

    static boolean isOfPixels(String key) {
        return OF_PIXELS.contains(key);
    }

    static boolean isOfLayer(String key) {
        return isOfPixels(key) || HARMLESS.contains(key);
    }

    static boolean isGlobal(String key) {
        return GLOBAL.contains(key);
    }

    static boolean isResource(int id) {
        return RESOURCES.contains(id) || id >= FIRST_PATH && id <= LAST_PATH;
    }

    /// Keeps a layer's block; empty where that is too much.
    Optional<OfLayer> ofLayer(String key, byte[] data) {
        return take(data.length) ? Optional.of(new OfLayer(key, Bytes.of(data))) : Optional.empty();
    }

    /// Reads a block of the file and keeps it, or skips it where that is too much.
    ///
    /// @return whether it is kept
    boolean ofFile(String key, PsdInput in, long length) throws IOException {
        if (!take(length)) {
            in.skip(length);
            return false;
        }
        ofFile.add(new Foreign.Block("psd/" + key, Bytes.of(in.bytes(length)), Optional.empty()));
        return true;
    }

    private boolean take(long bytes) {
        if (bytes > left - BLOCK_BYTES) {
            return false;
        }
        left -= bytes + BLOCK_BYTES;
        return true;
    }

    /// What is kept of a layer with these pixels.
    static Foreign of(List<OfLayer> blocks, Foreign.Pixels pixels) {
        return new Foreign(blocks.stream().map(block -> block.of(pixels)).toList());
    }

    Foreign ofFile() {
        return new Foreign(ofFile);
    }
}
