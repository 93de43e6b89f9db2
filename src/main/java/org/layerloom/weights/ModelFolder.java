package org.layerloom.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;

/// A model's folder in diffusers layout: `model_index.json`, and a subfolder with config and weights for each part.
///
/// @param companions folders of the same layout that parts are taken from which this one has not
public record ModelFolder(Path path, List<Path> companions) {
    public static final String INDEX = "model_index.json";
    private static final JsonMapper JSON = new JsonMapper();

    public ModelFolder {
        companions = List.copyOf(companions);
    }

    /// A folder that has all its parts itself.
    public ModelFolder(Path path) {
        this(path, List.of());
    }

    /// `model_index.json`.
    public Config index() throws WeightsException {
        return Config.read(path.resolve(INDEX));
    }

    public boolean has(String part) {
        return Files.exists(part(part));
    }

    /// Path of a part's folder or file, its own or a companion's; where there is none, that of its own.
    public Path part(String name) {
        Path own = path.resolve(name);
        return Files.exists(own)
                ? own
                : companions.stream()
                        .map(companion -> companion.resolve(name))
                        .filter(Files::exists)
                        .findFirst()
                        .orElse(own);
    }

    /// `config.json` of a part.
    public Config config(String part) throws WeightsException {
        return config(part, "config.json");
    }

    public Config config(String part, String file) throws WeightsException {
        return Config.read(part(part + "/" + file));
    }

    /// The weights of a part, given out in the type `compute`.
    public Weights weights(String part, Device device, DType compute) throws WeightsException {
        return Weights.open(part(part), device, compute);
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
