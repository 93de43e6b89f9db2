package org.layerloom.codec.psd;

import java.util.Optional;
import java.util.Set;

/// What a document does not hold of a layer's tagged blocks.
final class LayerLoss {
    /// Blocks that Photoshop writes for each layer, or beside others that are told of: how effects and masks go
    /// together, what a shape was drawn from, a flag for its text, the panel of an adjustment.
    private static final Set<String> QUIET =
            Set.of("infx", "knko", "brst", "tsly", "lmgm", "vmgm", "vogk", "vowv", "sn2P", "CgEd", "cinf");

    private LayerLoss() {}

    /// Whether nobody misses the block, or misses it only where [#of] says so.
    static boolean isQuiet(String key) {
        return QUIET.contains(key);
    }

    /// Key of the sentence for a block that is left out; empty where the block is unknown or says nothing.
    static Optional<String> of(String key, byte[] bytes) {
        return Optional.ofNullable(
                switch (key) {
                    case "lfx2", "lrFX", "lmfx", "lfxs" -> "lost.effects";
                    case "vmsk", "vsms" -> "lost.vector";
                    case "tySh" -> "lost.text";
                    case "GdFl", "PtFl", "vscg", "vstk" -> "lost.fill";
                    case "levl",
                            "curv",
                            "hue2",
                            "hue ",
                            "brit",
                            "blnc",
                            "nvrt",
                            "post",
                            "thrs",
                            "mixr",
                            "selc",
                            "grdm",
                            "phfl",
                            "vibA",
                            "blwh",
                            "expA",
                            "clrL" -> "lost.adjustment";
                    case "artb", "artd", "abdd" -> "lost.artboard";
                    case "knko" -> bytes.length > 0 && bytes[0] != 0 ? "lost.knockout" : null;
                    case "brst" -> bytes.length > 0 ? "lost.channels" : null;
                    default -> null;
                });
    }
}
