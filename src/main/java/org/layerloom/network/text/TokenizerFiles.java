package org.layerloom.network.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.layerloom.weights.Config;
import org.layerloom.weights.WeightsException;

/// The folder of a tokenizer: its settings, and the native tokenizer made from its JSON.
///
/// Truncation and padding are never left to the native side: its truncation keeps no end token of choice and its
/// padding knows id 0 only.
record TokenizerFiles(Path folder) {
    private static final Map<String, String> PLAIN = Map.of("truncation", "false", "padding", "false");

    String text(String name) throws WeightsException {
        Path file = folder.resolve(name);
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new WeightsException("the file " + file + " is missing", e);
        } catch (IOException e) {
            throw new WeightsException("the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    JsonNode json(String name) throws WeightsException {
        return Config.read(folder.resolve(name)).node();
    }

    /// Whether `tokenizer_config.json` has a value for this key.
    boolean sets(String key) throws WeightsException {
        return Files.exists(folder.resolve("tokenizer_config.json"))
                && json("tokenizer_config.json").hasNonNull(key);
    }

    /// A special token's text by its role (`bos_token`, `pad_token` ...): `tokenizer_config.json` first, then
    /// `special_tokens_map.json`; both write it as a string or as an object with `content`.
    String special(String role, String otherwise) throws WeightsException {
        for (String name : new String[] {"tokenizer_config.json", "special_tokens_map.json"}) {
            if (Files.exists(folder.resolve(name))) {
                JsonNode token = json(name).path(role);
                JsonNode content = token.isObject() ? token.path("content") : token;
                if (content.isTextual()) {
                    return content.textValue();
                }
            }
        }
        return otherwise;
    }

    /// The native tokenizer of a `tokenizer.json` text. It is given as a stream on purpose: from a path, DJL would
    /// read `tokenizer_config.json` too and clean the text a second time in its own way.
    static HuggingFaceTokenizer build(String tokenizerJson, Path origin) throws WeightsException {
        try {
            byte[] bytes = tokenizerJson.getBytes(StandardCharsets.UTF_8);
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(bytes), PLAIN);
        } catch (IOException | RuntimeException e) {
            throw new WeightsException("the tokenizer in " + origin + " is broken: " + e.getMessage(), e);
        }
    }
}
