package org.layerloom.codec.psd;

import java.util.Set;
import org.layerloom.codec.Baking;

/// How a PSD file is written.
///
/// @param baked what is put into plain masks, plain opacity or the pixels, for readers that ignore it in the file
/// @param metadata whether prompt, seed and model are told, and what other programs told of the picture's origin
/// @param editableText whether a text layer has its text beside its pixels
/// @param large whether a document is written as PSB, the format for large ones
public record PsdOptions(Set<Baking.Part> baked, boolean metadata, boolean editableText, boolean large) {
    /// Everything stays live, text is pixels, and the format is PSD.
    public static final PsdOptions PLAIN = new PsdOptions(Set.of(), true, false, false);

    public PsdOptions {
        baked = Set.copyOf(baked);
    }

    public PsdOptions withBaked(Set<Baking.Part> baked) {
        return new PsdOptions(baked, metadata, editableText, large);
    }

    public PsdOptions withMetadata(boolean metadata) {
        return new PsdOptions(baked, metadata, editableText, large);
    }

    public PsdOptions withLarge(boolean large) {
        return new PsdOptions(baked, metadata, editableText, large);
    }
}
