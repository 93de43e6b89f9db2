package org.layerloom.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A JSON object of a model's settings, read strictly: a missing or odd value is an error that names file and key.
///
/// @param file the file it was read from
public record Config(Path file, JsonNode node) {
    public static Config read(Path file) throws WeightsException {
        return new Config(file, ModelFolder.readJson(file));
    }

    /// Settings that come with the program, beside the classes of a package.
    public static Config builtIn(Class<?> owner, String name) throws WeightsException {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("it is missing");
            }
            return new Config(Path.of(name), new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new WeightsException("the program's own file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Settings without any value: all keys are absent.
    public static Config empty(Path file) {
        return new Config(file, JsonNodeFactory.instance.objectNode());
    }

    /// The same settings with another value of one key.
    public Config with(String key, int value) {
        ObjectNode copy = node.deepCopy();
        return new Config(file, copy.put(key, value));
    }

    public boolean has(String key) {
        return node.hasNonNull(key);
    }

    /// The object under a key; an empty one where the key is absent.
    public Config object(String key) {
        return new Config(file, node.path(key));
    }

    /// @throws WeightsException if the value is missing or not a whole number from 1 to a million
    public int integer(String key) throws WeightsException {
        int value = integer(key, 0);
        if (value <= 0) {
            throw odd(key, "a whole number from 1 to 1000000");
        }
        return value;
    }

    /// A whole number from 0 to a million, or `absent` where the key is absent.
    public int integer(String key, int absent) throws WeightsException {
        if (!has(key)) {
            return absent;
        }
        return size(key, node.get(key));
    }

    public double number(String key) throws WeightsException {
        if (!has(key) || !node.get(key).isNumber()) {
            throw odd(key, "a number");
        }
        return node.get(key).asDouble();
    }

    public double number(String key, double absent) throws WeightsException {
        return has(key) ? number(key) : absent;
    }

    public boolean flag(String key, boolean absent) throws WeightsException {
        if (has(key) && !node.get(key).isBoolean()) {
            throw odd(key, "true or false");
        }
        return has(key) ? node.get(key).asBoolean() : absent;
    }

    public String text(String key, String absent) throws WeightsException {
        if (has(key) && !node.get(key).isTextual()) {
            throw odd(key, "a text");
        }
        return has(key) ? node.get(key).asText() : absent;
    }

    private int[] list(String key) throws WeightsException {
        JsonNode list = node.path(key);
        if (!list.isArray() || list.isEmpty()) {
            throw odd(key, "a list of whole numbers");
        }
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = size(key, list.get(i));
        }
        return values;
    }

    /// A list of whole numbers from 0 to a million; where the key is absent, `absent` unless that is empty.
    public int[] integers(String key, int... absent) throws WeightsException {
        return has(key) || absent.length == 0 ? list(key) : absent.clone();
    }

    public List<String> texts(String key) {
        List<String> values = new ArrayList<>();
        node.path(key).forEach(value -> values.add(value.asText()));
        return values;
    }

    private int size(String key, JsonNode value) throws WeightsException {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 0 || value.asInt() > 1_000_000) {
            throw odd(key, "a whole number from 0 to 1000000");
        }
        return value.asInt();
    }

    private WeightsException odd(String key, String wanted) {
        JsonNode value = node.path(key);
        String found = value.isMissingNode() ? "is missing" : "is " + value;
        return new WeightsException(
                "the file " + file + " is broken: " + key + " " + found + ", but must be " + wanted);
    }
}
