package org.layerloom.codec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;

/// A document in words: size, prompt, seed, model, and its layers bottom first, as JSON. A group has `layers` of
/// its own.
public final class Listing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Listing() {}

    /// What `manifest.json` holds beside the files, and what is told of a file that is inspected.
    public static ObjectNode of(Document document) {
        ObjectNode listing = head(document);
        layers(document.layers(), listing.putArray("layers"));
        return listing;
    }

    /// Indented text with a line break at its end, the same on every system.
    public static String text(ObjectNode listing) {
        return listing.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    /// Everything but the layers.
    public static ObjectNode head(Document document) {
        Optional<Recipe> origin = Origin.of(document);
        ObjectNode head = JSON.createObjectNode();
        head.put("width", document.width()).put("height", document.height());
        head.put("prompt", origin.map(Recipe::prompt).orElse(document.prompt()));
        head.put("seed", origin.map(Recipe::seed).orElse(null));
        head.put("model", origin.map(Recipe::model).orElse(null));
        return head;
    }

    private static void layers(List<Layer> layers, ArrayNode into) {
        for (Layer layer : layers) {
            ObjectNode entry = into.addObject().put("name", layer.name());
            place(entry, layer.bounds(), layer);
            if (layer instanceof GroupLayer group) {
                layers(group.children(), entry.putArray("layers"));
            }
        }
    }

    /// Adds where a layer lies and how it is blended.
    public static void place(ObjectNode entry, Rect place, Layer layer) {
        entry.put("x", place.x()).put("y", place.y());
        entry.put("width", place.width()).put("height", place.height());
        blending(entry, layer);
    }

    /// Adds how a layer is blended.
    public static void blending(ObjectNode entry, Layer layer) {
        entry.put("opacity", layer.props().opacity());
        entry.put("blendMode", ModeName.of(layer.props().blendMode()));
        entry.put("visible", layer.props().visible());
    }
}
