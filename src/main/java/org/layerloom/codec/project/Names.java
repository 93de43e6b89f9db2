package org.layerloom.codec.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// The fields and files of a project that this version knows, and what becomes of the others: they are taken out of
/// a file that is read and put back where their object still is when it is written.
final class Names {
    static final String DOCUMENT = "document.json";
    static final String MERGED = "merged.png";

    private static final Set<String> KNOWN = Set.of(
            "format",
            "version",
            "minor",
            "width",
            "height",
            "prompt",
            "nextId",
            "regions",
            "layers",
            "guides", //
            "layer",
            "x",
            "y",
            "tag",
            "vertical",
            "position", //
            "id",
            "name",
            "opacity",
            "blendMode",
            "visible",
            "fillOpacity",
            "clip",
            "clippedAsGroup",
            "locks", //
            "recipe",
            "seed",
            "model",
            "file",
            "open",
            "mask",
            "outside",
            "density",
            "enabled", //
            "transparency",
            "pixels",
            "text",
            "content",
            "family",
            "size",
            "bold",
            "italic",
            "colour",
            "align", //
            "leading",
            "fill",
            "kind",
            "x0",
            "y0",
            "x1",
            "y1",
            "stops",
            "at",
            "placed",
            "transform");

    private Names() {}

    static String layer(int id) {
        return "layers/" + id + ".png";
    }

    static String mask(int id) {
        return "masks/" + id + ".png";
    }

    static String source(int id) {
        return "sources/" + id + ".png";
    }

    static boolean isKnownEntry(String name) {
        return name.equals(DOCUMENT)
                || name.equals(MERGED)
                || name.endsWith("/")
                || name.matches("(layers|masks|sources)/\\d+\\.png");
    }

    /// The unknown fields of a document, by their object.
    static Map<String, ObjectNode> unknown(ObjectNode root) {
        Map<String, ObjectNode> unknown = new HashMap<>();
        walk("", root, (key, json) -> {
            ObjectNode rest = JsonNodeFactory.instance.objectNode();
            json.properties().stream()
                    .filter(field -> !KNOWN.contains(field.getKey()))
                    .forEach(field -> rest.set(field.getKey(), field.getValue()));
            if (!rest.isEmpty()) {
                unknown.put(key, rest);
            }
        });
        return unknown;
    }

    /// Puts unknown fields back, at the end of their objects.
    static void restore(Map<String, ObjectNode> unknown, ObjectNode root) {
        walk("", root, (key, json) -> {
            if (unknown.containsKey(key)) {
                json.setAll(unknown.get(key));
            }
        });
    }

    /// Goes to every object that can be told from others: the root, layers and regions by their ids, and the objects
    /// in fields of these.
    private static void walk(String key, ObjectNode json, BiConsumer<String, ObjectNode> visit) {
        visit.accept(key, json);
        for (Map.Entry<String, JsonNode> field : json.properties().stream().toList()) {
            String name = field.getKey();
            if (field.getValue() instanceof ObjectNode object && KNOWN.contains(name)) {
                walk(key + "." + name, object, visit);
            }
            if (name.equals("layers") || name.equals("regions")) {
                for (JsonNode item : field.getValue()) {
                    if (item instanceof ObjectNode object) {
                        String id = object.path(name.equals("layers") ? "id" : "layer")
                                .asText();
                        walk(name + " " + id, object, visit);
                    }
                }
            }
        }
    }
}
