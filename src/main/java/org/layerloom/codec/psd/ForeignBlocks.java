package org.layerloom.codec.psd;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.Foreign.Block;

/// What of other programs' blocks goes back into a file: what still holds, and nothing that is written here anyway.
final class ForeignBlocks {
    private static final String LAYER = "psd/";
    private static final String RESOURCE = "psd/resource/";
    private static final String GLOBAL = "psd/global/";

    private static final int NO_ID = -1;

    /// Blocks of a layer that are written for each.
    private static final Set<String> OWN = Set.of("luni", "lyid", "lsct", "lsdk", "iOpa", "clbl", "lspf", "lclr");
    /// Resources that are written for each document, or tell of what is.
    private static final Set<Integer> OWN_RESOURCES =
            Set.of(1005, 1006, 1007, Guides.ID, 1033, 1036, 1039, 1045, 1053, 1057, 1060, 1077);

    /// A layer that is an embedded or linked file, and the files themselves.
    private static final Set<String> PLACED = Set.of("SoLd", "SoLE", "PlLd");

    private static final Set<String> FILES = Set.of("lnkD", "lnk2", "lnk3", "lnkE");

    private ForeignBlocks() {}

    /// An image resource of another program.
    ///
    /// @param name mostly empty; paths have one
    record Resource(int id, String name, Bytes data) {
        /// @param block called by its number, with its name after a slash where it has one
        static Resource of(Block block) {
            String[] parts = block.key().substring(RESOURCE.length()).split("/", 2);
            int id = parts[0].matches("\\d{1,5}") ? Integer.parseInt(parts[0]) : NO_ID;
            return new Resource(id, parts.length > 1 ? parts[1] : "", block.data());
        }
    }

    /// The blocks of a layer, or of a group, that still describe it.
    static List<Block> of(RecordSource source, boolean metadata) {
        return source.props().foreign().blocks().stream()
                .filter(first())
                .filter(block -> block.key().startsWith(LAYER) && key(block).length() == 4)
                .filter(block -> !OWN.contains(key(block)))
                .filter(block -> metadata || !OriginBlocks.tells(block))
                .filter(block -> source.pixels()
                        .map(block::holdsFor)
                        .orElse(block.pixels().isEmpty()))
                .toList();
    }

    static List<Resource> resources(Document document, boolean metadata) {
        return named(document, RESOURCE)
                .filter(block -> metadata || !OriginBlocks.tells(block))
                .map(Resource::of)
                .filter(resource -> resource.id() != NO_ID && !OWN_RESOURCES.contains(resource.id()))
                .toList();
    }

    /// The blocks of the whole document; files that layers embed only where such a layer is left.
    static List<Block> globals(Document document, List<LayerRecord> records) {
        boolean placed =
                records.stream().flatMap(record -> record.more().stream()).anyMatch(b -> PLACED.contains(key(b)));
        return named(document, GLOBAL)
                .filter(block -> key(block).length() == 4)
                .filter(block -> placed || !FILES.contains(key(block)))
                .toList();
    }

    private static Stream<Block> named(Document document, String prefix) {
        return document.foreign().blocks().stream()
                .filter(first())
                .filter(block -> block.key().startsWith(prefix));
    }

    /// Holds for the first block of each key: files have none twice. For one stream, in its order.
    private static Predicate<Block> first() {
        Set<String> seen = new HashSet<>();
        return block -> seen.add(block.key());
    }

    /// A block's key in the file.
    static String key(Block block) {
        return block.key().substring(block.key().lastIndexOf('/') + 1);
    }
}
