package org.layerloom.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;

/// A model's folder in diffusers layout: `model_index.json`, and a subfolder with config and weights for each part.
public record ModelFolder(Path path) {
    public static final String INDEX = "model_index.json";
    private static final JsonMapper JSON = new JsonMapper();

    /// `model_index.json`.
    public Config index() throws WeightsException {
        return Config.read(path.resolve(INDEX));
    }

    public boolean has(String part) {
        return Files.exists(path.resolve(part));
    }

    /// Path of a part's folder or file.
    public Path part(String name) {
        return path.resolve(name);
    }

    /// `config.json` of a part.
    public Config config(String part) throws WeightsException {
        return Config.read(path.resolve(part).resolve("config.json"));
    }

    public Config config(String part, String file) throws WeightsException {
        return Config.read(path.resolve(part).resolve(file));
    }

    /// The weights of a part, given out in the type `compute`.
    public Weights weights(String part, Device device, DType compute) throws WeightsException {
        return Weights.open(path.resolve(part), device, compute);
    }

    static JsonNode readJson(Path file) throws WeightsException {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            if (!node.isObject()) {
                throw new WeightsException("the file " + file + " is broken: it is not a JSON object");
            }
            return node;
        } catch (NoSuchFileException e) {
            throw new WeightsException("the file " + file + " is missing", e);
        } catch (JsonProcessingException e) {
            throw new WeightsException("the file " + file + " is broken: it is not JSON", e);
        } catch (WeightsException e) {
            throw e;
        } catch (IOException e) {
            throw new WeightsException("the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
