package org.layerloom.codec.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The fields and files of a project that this version knows, and what becomes of the others: they are taken out of
/// a file that is read and put back where their object still is when it is written.
final class Names {
    static final String DOCUMENT = "document.json";
    static final String MERGED = "merged.png";
    static final String PREVIEW = "preview.png";
    static final String PROFILE = "profile.icc";

    private static final String ROOT = "";

    /// The fields of each kind of object, by the name of the field that holds it or a list of it.
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            kind(
                    ROOT,
                    "format version minor width height prompt nextId pixelsPerInch profile foreign guides regions layers"),
            kind("guides", "vertical position"),
            kind("regions", "layer x y width height prompt tag phrase"),
            kind(
                    "layers",
                    "id name x y width height opacity blendMode visible fillOpacity clip clippedAsGroup tag locks"
                            + " mask recipe foreign file text fill placed open layers"),
            kind("locks", "transparency pixels position"),
            kind("mask", "x y width height outside density enabled file"),
            kind("recipe", "prompt seed model"),
            kind("foreign", "file blocks"),
            kind("blocks", "key bytes ofPixels"),
            kind("text", "content family size bold italic colour align leading x y"),
            kind("fill", "kind colour x0 y0 x1 y1 stops"),
            kind("stops", "at colour"),
            kind("placed", "file transform"));

    private Names() {}

    private static Map.Entry<String, Set<String>> kind(String holder, String fields) {
        return Map.entry(holder, Set.of(fields.split(" ")));
    }

    static String layer(int id) {
        return "layers/" + id + ".png";
    }

    static String mask(int id) {
        return "masks/" + id + ".png";
    }

    static String source(int id) {
        return "sources/" + id + ".png";
    }

    /// @param id of a layer, or 0 for the document
    static String foreign(int id) {
        return "foreign/" + id + ".bin";
    }

    static boolean isForeign(String name) {
        return name.matches("foreign/\\d+\\.bin");
    }

    static boolean isKnownEntry(String name) {
        return Set.of(DOCUMENT, MERGED, PREVIEW, PROFILE).contains(name)
                || name.endsWith("/")
                || name.matches("(layers|masks|sources)/\\d+\\.png")
                || isForeign(name);
    }

    /// The unknown fields of a document, by their object.
    static Map<String, ObjectNode> unknown(ObjectNode root) {
        Map<String, ObjectNode> unknown = new HashMap<>();
        walk("", ROOT, root, (key, kind, json) -> {
            ObjectNode rest = JsonNodeFactory.instance.objectNode();
            json.properties().stream()
                    .filter(field -> !KNOWN.get(kind).contains(field.getKey()))
                    .forEach(field -> rest.set(field.getKey(), field.getValue()));
            if (!rest.isEmpty()) {
                unknown.putIfAbsent(key, rest);
            }
        });
        return unknown;
    }

    /// Puts unknown fields back, at the end of their objects.
    static void restore(Map<String, ObjectNode> unknown, ObjectNode root) {
        walk("", ROOT, root, (key, kind, json) -> {
            if (unknown.containsKey(key)) {
                json.setAll(unknown.get(key));
            }
        });
    }

    private interface Visit {
        /// @param key tells the object from all others
        void at(String key, String kind, ObjectNode json);
    }

    private static void walk(String key, String kind, ObjectNode json, Visit visit) {
        visit.at(key, kind, json);
        for (Map.Entry<String, JsonNode> field : List.copyOf(json.properties())) {
            String name = field.getKey();
            if (!KNOWN.containsKey(name) || !KNOWN.get(kind).contains(name)) {
                continue;
            }
            if (field.getValue() instanceof ObjectNode object) {
                walk(key + "." + name, name, object, visit);
            } else if (field.getValue().isArray()) {
                for (JsonNode item : field.getValue()) {
                    if (item instanceof ObjectNode object) {
                        walk(item(key, name, object), name, object, visit);
                    }
                }
            }
        }
    }

    /// Layers and regions have ids, wherever they lie; others are told by all that is known of them.
    private static String item(String parent, String list, ObjectNode item) {
        return switch (list) {
            case "layers" -> "layers " + item.path("id").asText();
            case "regions" -> "regions " + item.path("layer").asText();
            default -> {
                Map<String, String> known = new TreeMap<>();
                KNOWN.get(list)
                        .forEach(field -> known.put(field, item.path(field).asText()));
                yield parent + "." + list + known;
            }
        };
    }
}
