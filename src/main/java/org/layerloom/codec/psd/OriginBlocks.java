package org.layerloom.codec.psd;

import java.util.List;
import java.util.Set;
import org.layerloom.document.Foreign;

/// The blocks of other programs that tell where a picture comes from.
public final class OriginBlocks {
    /// IPTC, EXIF, and the digest of the first; metadata of a layer.
    private static final Set<String> KEYS =
            Set.of("psd/resource/1028", "psd/resource/1058", "psd/resource/1059", "psd/resource/1061", "psd/shmd");

    private OriginBlocks() {}

    /// Whether a block, whatever its name behind its number is, tells of that.
    static boolean tells(Foreign.Block block) {
        return KEYS.contains(block.key())
                || KEYS.contains(
                        block.key().substring(0, Math.max(0, block.key().lastIndexOf('/'))));
    }

    /// All others.
    public static Foreign without(Foreign foreign) {
        List<Foreign.Block> others =
                foreign.blocks().stream().filter(block -> !tells(block)).toList();
        return others.size() == foreign.blocks().size() ? foreign : new Foreign(others);
    }
}
