package org.layerloom.codec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Foreign;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.TextLayer;

/// A document in words: size, prompt, seed, model, and its layers bottom first, as JSON. A group has `layers` of
/// its own.
public final class Listing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Listing() {}

    /// What is told of a file that is inspected: each layer with what sets it apart.
    public static ObjectNode of(Document document) {
        ObjectNode listing = head(document);
        if (!document.guides().isEmpty()) {
            listing.put("guides", document.guides().size());
        }
        kept(listing, document.foreign());
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
            details(entry, layer);
            if (layer instanceof GroupLayer group) {
                layers(group.children(), entry.putArray("layers"));
            }
        }
    }

    /// Adds of what kind a layer is, and what it has that most layers do not, in the words of the project file.
    private static void details(ObjectNode entry, Layer layer) {
        LayerProps props = layer.props();
        kind(entry, layer);
        if (props.blending().fill() != 255) {
            entry.put("fillOpacity", props.blending().fill());
        }
        if (props.blending().clip()) {
            entry.put("clip", true);
        }
        if (!props.blending().clippedAsGroup()) {
            entry.put("clippedAsGroup", false);
        }
        if (props.tag() != 0) {
            entry.put("tag", props.tag());
        }
        if (props.locks().any()) {
            entry.putObject("locks")
                    .put("transparency", props.locks().transparency())
                    .put("pixels", props.locks().pixels())
                    .put("position", props.locks().position());
        }
        props.mask().ifPresent(mask -> mask(entry.putObject("mask"), mask));
        props.recipe()
                .ifPresent(recipe -> entry.putObject("recipe")
                        .put("prompt", recipe.prompt())
                        .put("seed", recipe.seed())
                        .put("model", recipe.model()));
        kept(entry, props.foreign());
    }

    private static void kind(ObjectNode entry, Layer layer) {
        switch (layer) {
            case PixelLayer pixels -> entry.put("kind", "pixels");
            case TextLayer text ->
                entry.put("kind", "text").put("text", text.text().content());
            case FillLayer fill -> entry.put("kind", "fill");
            case PlacedLayer placed -> entry.put("kind", "placed");
            case GroupLayer group -> entry.put("kind", "group").put("open", group.open());
        }
    }

    private static void mask(ObjectNode entry, Mask mask) {
        Rect place = mask.bounds();
        entry.put("x", place.x()).put("y", place.y());
        entry.put("width", place.width()).put("height", place.height());
        entry.put("outside", mask.outside()).put("density", mask.density()).put("enabled", mask.enabled());
    }

    /// Names of what is kept of another program's file.
    private static void kept(ObjectNode entry, Foreign foreign) {
        if (!foreign.isEmpty()) {
            ArrayNode kept = entry.putArray("kept");
            foreign.blocks().forEach(block -> kept.add(block.key()));
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
