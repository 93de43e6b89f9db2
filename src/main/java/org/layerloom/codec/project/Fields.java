package org.layerloom.codec.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.layerloom.words.Words;

/// Fields of one JSON object, checked as they are taken; a message names the object and the field.
///
/// @param where the object's name in messages: `layers[2]`
record Fields(JsonNode json, String where) {
    private static final Words WORDS = Words.of(Fields.class);

    int number(String field, int least, int most) throws IOException {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(field, WORDS.text("is.noWhole"));
        }
        if (value.longValue() < least || value.longValue() > most) {
            throw wrong(field, WORDS.text("is.outside", value.longValue(), least, most));
        }
        return value.intValue();
    }

    long number(String field) throws IOException {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(field, WORDS.text("is.noWhole"));
        }
        return value.longValue();
    }

    /// A number with or without a fraction.
    double decimal(String field, double least, double most) throws IOException {
        return decimal(json.path(field), field, least, most);
    }

    /// The same in a place of a list field.
    double decimal(String field, int index, double least, double most) throws IOException {
        return decimal(json.path(field).path(index), field + "[" + index + "]", least, most);
    }

    private double decimal(JsonNode value, String field, double least, double most) throws IOException {
        if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw wrong(field, WORDS.text("is.noNumber", String.valueOf(least), String.valueOf(most)));
        }
        return value.doubleValue();
    }

    /// One of the names in the map.
    <T> T choice(String field, Map<String, T> names) throws IOException {
        T found = names.get(text(field));
        if (found == null) {
            throw wrong(field, WORDS.text("is.noneOf", names.keySet()));
        }
        return found;
    }

    String text(String field) throws IOException {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw wrong(field, WORDS.text("is.noText"));
        }
        return value.textValue();
    }

    boolean flag(String field) throws IOException {
        JsonNode value = json.path(field);
        if (!value.isBoolean()) {
            throw wrong(field, WORDS.text("is.noFlag"));
        }
        return value.booleanValue();
    }

    JsonNode list(String field) throws IOException {
        JsonNode value = json.path(field);
        if (!value.isArray()) {
            throw wrong(field, WORDS.text("is.noList"));
        }
        return value;
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /// The object in a field, or in a place of a list field.
    Fields object(String field) {
        return new Fields(json.path(field), name(field));
    }

    Fields item(String field, int index) {
        return new Fields(json.path(field).path(index), name(field) + "[" + index + "]");
    }

    private String name(String field) {
        return where.isEmpty() ? field : where + "." + field;
    }

    IOException wrong(String field, String what) {
        return new IOException(WORDS.text("wrong", name(field), what));
    }
}
