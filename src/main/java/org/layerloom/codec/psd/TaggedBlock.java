package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.Optional;

/// The head of a block that is named by four letters; its data comes next.
///
/// @param length of the data in bytes
record TaggedBlock(String key, long length) {
    private static final int MIN_BYTES = 12;
    /// Some programs pad the data beyond the length that they state.
    private static final int MAX_PADDING = 3;

    /// The next block before `end`; empty where there is none, or something else.
    ///
    static Optional<TaggedBlock> next(PsdInput in, long end, PsdVersion version) throws IOException {
        if (end - in.position() < MIN_BYTES) {
            return Optional.empty();
        }
        String signature = in.key();
        for (int i = 0; i < MAX_PADDING && !isSignature(signature) && end - in.position() >= MIN_BYTES - 4; i++) {
            signature = signature.substring(1) + (char) in.int8();
        }
        if (!isSignature(signature) || end - in.position() < MIN_BYTES - 4) {
            return Optional.empty();
        }
        String key = in.key();
        return Optional.of(new TaggedBlock(key, in.length(version.isLong(key) || signature.equals("8B64"))));
    }

    /// Whether the layers of a file of 16 or 32 bits are in it.
    boolean isLayers() {
        return key.equals("Lr16") || key.equals("Lr32") || key.equals("Layr");
    }

    private static boolean isSignature(String four) {
        return four.equals("8BIM") || four.equals("8B64");
    }
}
