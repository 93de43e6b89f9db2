package org.layerloom.codec.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.layerloom.words.Shown;
import org.layerloom.words.Words;

/// Reads one JSON object's fields strictly: what is of the wrong type or unknown is refused by its name.
///
/// @param path how messages call the object: `regions[2]`; empty = the whole file
record JsonObject(JsonNode node, String path) {
    private static final Words WORDS = Words.of(JsonObject.class);

    /// Far beyond any canvas, and far from where sums of coordinates would overflow.
    private static final int MAX_COORDINATE = 1_000_000;

    /// @throws LayoutException when `node` is no object
    static JsonObject of(JsonNode node, String path) throws LayoutException {
        if (!node.isObject()) {
            throw new LayoutException(
                    WORDS.text("object.expected", path.isEmpty() ? WORDS.text("the.file") : path, kind(node)));
        }
        return new JsonObject(node, path);
    }

    /// @throws LayoutException naming the first field that is not among `known`
    void requireKnown(List<String> known) throws LayoutException {
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!known.contains(name)) {
                throw new LayoutException(WORDS.text("field.unknown", field(name), String.join(", ", known)));
            }
        }
    }

    String text(String name) throws LayoutException {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return "";
        }
        if (!value.isTextual()) {
            throw wrongKind(name, value, WORDS.text("a.text"));
        }
        return value.textValue();
    }

    /// A whole number that must be there.
    int coordinate(String name) throws LayoutException {
        return optionalCoordinate(name)
                .orElseThrow(() -> new LayoutException(WORDS.text("coordinate.missing", field(name))));
    }

    private OptionalInt optionalCoordinate(String name) throws LayoutException {
        JsonNode value = node.path(name);
        return value.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(coordinate(value, field(name)));
    }

    /// `value` as a whole number of px.
    static int coordinate(JsonNode value, String name) throws LayoutException {
        if (!value.isIntegralNumber()) {
            throw new LayoutException(WORDS.text("coordinate.expected", name, kind(value)));
        }
        if (!value.canConvertToInt() || Math.abs((long) value.intValue()) > MAX_COORDINATE) {
            throw new LayoutException(WORDS.text("coordinate.far", name, shortened(value)));
        }
        return value.intValue();
    }

    OptionalLong number(String name) throws LayoutException {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber()) {
            throw wrongKind(name, value, WORDS.text("a.number"));
        }
        if (!value.canConvertToLong()) {
            throw new LayoutException(WORDS.text("number.long", field(name), shortened(value)));
        }
        return OptionalLong.of(value.longValue());
    }

    /// A list that must be there.
    JsonNode list(String name) throws LayoutException {
        JsonNode value = Optional.ofNullable(node.get(name))
                .orElseThrow(() -> new LayoutException(WORDS.text("list.missing", field(name))));
        if (!value.isArray()) {
            throw wrongKind(name, value, WORDS.text("a.list"));
        }
        return value;
    }

    String field(String name) {
        return path.isEmpty() ? Shown.of(name) : path + "." + Shown.of(name);
    }

    private LayoutException wrongKind(String name, JsonNode value, String expected) {
        return new LayoutException(WORDS.text("kind.expected", field(name), kind(value), expected));
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> WORDS.text("kind.list");
            case OBJECT -> WORDS.text("kind.object");
            case BOOLEAN, NUMBER -> shortened(value);
            case STRING -> WORDS.text("kind.text", shortened(value));
            default -> "null";
        };
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
