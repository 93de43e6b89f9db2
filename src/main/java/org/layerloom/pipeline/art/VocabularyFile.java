package org.layerloom.pipeline.art;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerloom.generate.Vocabulary;
import org.layerloom.weights.Config;
import org.layerloom.weights.WeightsException;

/// Reads `vocabulary.json` of a model's folder: an object of the lists `things`, `styles`, `shapes`, `colours` and
/// `backgrounds`, and of `synonyms`, an object of such lists. Only `things` must be there.
final class VocabularyFile {
    private static final String NAME = "vocabulary.json";

    private VocabularyFile() {}

    /// Empty where there is no such file.
    ///
    /// @throws WeightsException if it is broken
    static Optional<Vocabulary> read(Path folder) throws WeightsException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Config config = Config.read(file);
        if (texts(config, "things").isEmpty()) {
            throw broken(file, "things must not be empty");
        }
        return Optional.of(new Vocabulary(
                texts(config, "things"),
                synonyms(config),
                texts(config, "styles"),
                texts(config, "shapes"),
                texts(config, "colours"),
                texts(config, "backgrounds")));
    }

    private static Map<String, List<String>> synonyms(Config config) throws WeightsException {
        JsonNode object = config.node().path("synonyms");
        if (!object.isObject() && !object.isMissingNode()) {
            throw broken(config.file(), "synonyms must be an object");
        }
        Config others = config.object("synonyms");
        Map<String, List<String>> synonyms = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            synonyms.put(entry.getKey(), texts(others, entry.getKey()));
        }
        return synonyms;
    }

    private static List<String> texts(Config config, String key) throws WeightsException {
        JsonNode list = config.node().path(key);
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            if (!list.isArray() || !text.isTextual() || text.asText().isBlank()) {
                throw broken(config.file(), key + " must be a list of words");
            }
            texts.add(text.asText());
        }
        if (!list.isArray() && !list.isMissingNode()) {
            throw broken(config.file(), key + " must be a list of words");
        }
        return texts;
    }

    private static WeightsException broken(Path file, String wanted) {
        return new WeightsException("the file " + file + " is broken: " + wanted);
    }
}
