package org.layerloom.codec.psd;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.Foreign;
import org.layerloom.document.Foreign.Block;

/// What of other programs' blocks goes back into a file: what still holds, and nothing that is written here anyway.
final class ForeignBlocks {
    private static final String LAYER = "psd/";
    private static final String RESOURCE = "psd/resource/";
    private static final String GLOBAL = "psd/global/";

    /// Blocks of a layer that are written for each.
    private static final Set<String> OWN = Set.of("luni", "lyid", "lsct", "lsdk", "iOpa", "clbl", "lspf", "lclr");
    /// Resources that are written for each document, or tell of what is.
    private static final Set<Integer> OWN_RESOURCES =
            Set.of(1005, 1006, 1007, Guides.ID, 1033, 1036, 1039, 1045, 1053, 1057, 1060, 1077);

    /// IPTC, EXIF, and the digest of the first.
    private static final Set<Integer> METADATA = Set.of(1028, 1058, 1059, 1061);

    private static final String LAYER_METADATA = "shmd";

    /// A layer that is an embedded or linked file, and the files themselves.
    private static final Set<String> PLACED = Set.of("SoLd", "SoLE", "PlLd");

    private static final Set<String> FILES = Set.of("lnkD", "lnk2", "lnk3", "lnkE");

    private ForeignBlocks() {}

    /// An image resource of another program.
    record Resource(int id, Block block) {}

    /// The blocks of a layer, or of a group, that still describe it.
    static List<Block> of(RecordSource source, boolean metadata) {
        return source.props().foreign().blocks().stream()
                .filter(block -> block.key().startsWith(LAYER) && key(block).length() == 4)
                .filter(block -> !OWN.contains(key(block)))
                .filter(block -> metadata || !key(block).equals(LAYER_METADATA))
                .filter(block -> source.pixels()
                        .map(block::holdsFor)
                        .orElse(block.pixels().isEmpty()))
                .filter(first(source.props().foreign()))
                .toList();
    }

    static List<Resource> resources(Document document, boolean metadata) {
        return named(document, RESOURCE)
                .filter(block -> key(block).matches("\\d{1,5}"))
                .map(block -> new Resource(Integer.parseInt(key(block)), block))
                .filter(resource -> !OWN_RESOURCES.contains(resource.id()))
                .filter(resource -> metadata || !METADATA.contains(resource.id()))
                .toList();
    }

    /// The blocks of the whole document; files that layers embed only where such a layer is left.
    static List<Block> globals(Document document, List<LayerRecord> records) {
        boolean placed =
                records.stream().flatMap(record -> record.foreign().stream()).anyMatch(b -> PLACED.contains(key(b)));
        return named(document, GLOBAL)
                .filter(block -> key(block).length() == 4)
                .filter(block -> placed || !FILES.contains(key(block)))
                .toList();
    }

    private static Stream<Block> named(Document document, String prefix) {
        return document.foreign().blocks().stream()
                .filter(block -> block.key().startsWith(prefix))
                .filter(first(document.foreign()));
    }

    /// Holds for the first block of each key: files have none twice.
    private static Predicate<Block> first(Foreign foreign) {
        return block -> foreign.blocks().stream()
                        .filter(other -> other.key().equals(block.key()))
                        .findFirst()
                        .orElseThrow()
                == block;
    }

    /// The block's key in the file, or the resource's number.
    static String key(Block block) {
        return block.key().substring(block.key().lastIndexOf('/') + 1);
    }
}
