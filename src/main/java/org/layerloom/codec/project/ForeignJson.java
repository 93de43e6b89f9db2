package org.layerloom.codec.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.codec.Entries;
import org.layerloom.document.Bytes;
import org.layerloom.document.Foreign;
import org.layerloom.document.Layer;
import org.layerloom.document.RasterLayer;
import org.layerloom.words.Words;

/// What documents keep of other programs' files, in a project: the blocks one after the other in one entry, and in the
/// JSON their keys and lengths. Blocks that describe pixels which are no longer there are left out.
final class ForeignJson {
    private static final Words WORDS = Words.of(ForeignJson.class);

    private ForeignJson() {}

    /// The blocks that still hold, of a document or a layer.
    private static List<Foreign.Block> held(Foreign foreign, Optional<Layer> layer) {
        return foreign.blocks().stream()
                .filter(block -> block.pixels().isEmpty()
                        || layer.orElse(null) instanceof RasterLayer pixels && block.holdsFor(pixels))
                .toList();
    }

    static void write(Foreign foreign, Optional<Layer> layer, String file, ObjectNode parent) {
        List<Foreign.Block> held = held(foreign, layer);
        if (held.isEmpty()) {
            return;
        }
        ObjectNode json = parent.putObject("foreign").put("file", file);
        ArrayNode blocks = json.putArray("blocks");
        for (Foreign.Block block : held) {
            blocks.addObject()
                    .put("key", block.key())
                    .put("bytes", block.data().size())
                    .put("ofPixels", block.pixels().isPresent());
        }
    }

    /// The entry that the JSON names; empty where it names none.
    static Optional<Bytes> content(Foreign foreign, Optional<Layer> layer) {
        List<Foreign.Block> held = held(foreign, layer);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        held.forEach(block -> all.writeBytes(block.data().toArray()));
        return held.isEmpty() ? Optional.empty() : Optional.of(Bytes.of(all.toByteArray()));
    }

    /// @param pixels that blocks may be about; empty where there are none, or others than were saved
    /// @throws IOException in one sentence, when the entry is lost
    static Foreign read(Fields json, Entries archive, Optional<Foreign.Pixels> pixels) throws IOException {
        List<Foreign.Block> blocks = new ArrayList<>();
        try (InputStream in = archive.open(json.text("file"))) {
            for (int i = 0; i < json.list("blocks").size(); i++) {
                Fields block = json.item("blocks", i);
                int length = block.number("bytes", 0, Integer.MAX_VALUE);
                if (length > in.available()) { // of bytes in memory: all that are left
                    throw block.wrong("bytes", WORDS.text("is.beyond", length));
                }
                Bytes data = Bytes.of(in.readNBytes(length));
                boolean ofPixels = block.flag("ofPixels");
                if (!ofPixels || pixels.isPresent()) {
                    blocks.add(new Foreign.Block(block.text("key"), data, ofPixels ? pixels : Optional.empty()));
                }
            }
        }
        return new Foreign(blocks);
    }
}
