package org.layerloom.codec.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.layerloom.codec.Carried;
import org.layerloom.codec.Listing;
import org.layerloom.codec.Origin;
import org.layerloom.codec.png.PngBatch.Picture;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.RasterLayer;

/// A document taken apart into the entries of a project: all that is needed to open it again.
///
/// @param json the entry [#DOCUMENT]
/// @param pictures its PNG entries
/// @param others all other entries, by name
public record ProjectParts(byte[] json, List<Picture> pictures, SortedMap<String, Bytes> others) {
    /// The name of the entry that lists all others.
    public static final String DOCUMENT = Names.DOCUMENT;

    /// @param carried what is to be written back of the file that the document was opened from
    public static ProjectParts of(Document document, Carried carried) {
        ObjectNode json = DocumentJson.of(document);
        Names.restore(carried.fields(), json);
        SortedMap<String, Bytes> others = new TreeMap<>(carried.entries());
        document.paper().iccProfile().ifPresent(profile -> others.put(Names.PROFILE, profile));
        ForeignJson.content(document.foreign(), Optional.empty())
                .ifPresent(content -> others.put(Names.foreign(0), content));
        for (Layer layer : document.allLayers().toList()) {
            ForeignJson.content(layer.props().foreign(), Optional.of(layer))
                    .ifPresent(content -> others.put(Names.foreign(layer.id().value()), content));
        }
        return new ProjectParts(Listing.text(json).getBytes(StandardCharsets.UTF_8), pictures(document), others);
    }

    private static List<Picture> pictures(Document document) {
        List<Picture> pictures = new ArrayList<>();
        for (Layer layer : document.allLayers().toList()) {
            int id = layer.id().value();
            if (layer instanceof RasterLayer pixels) {
                pictures.add(new Picture(Names.layer(id), pixels.raster(), Origin.text(layer)));
            }
            if (layer instanceof PlacedLayer placed) {
                pictures.add(new Picture(Names.source(id), placed.source(), Map.of()));
            }
            layer.props()
                    .mask()
                    .ifPresent(
                            mask -> pictures.add(new Picture(Names.mask(id), mask.raster(), Channels.MASK, Map.of())));
        }
        pictures.removeIf(picture -> picture.raster().isEmpty()); // which PNG cannot hold
        return pictures;
    }
}
