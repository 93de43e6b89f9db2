package org.layerloom.network.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/// The folder of a tokenizer: its settings, and the native tokenizer made from its JSON.
///
/// Truncation and padding are never left to the native side: its truncation keeps no end token of choice and its
/// padding knows id 0 only.
record TokenizerFiles(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PLAIN = Map.of("truncation", "false", "padding", "false");

    Path file(String name) {
        return folder.resolve(name);
    }

    String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("no file " + name + " in tokenizer folder " + folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file(name), e);
        }
    }

    JsonNode json(String name) {
        try {
            return JSON.readTree(text(name));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not valid JSON: " + file(name), e);
        }
    }

    /// A JSON file that a tokenizer folder may lack: an empty object then.
    JsonNode optionalJson(String name) {
        return Files.exists(file(name)) ? json(name) : JSON.createObjectNode();
    }

    /// A special token's text by its role (`bos_token`, `pad_token` ...): `tokenizer_config.json` first, then
    /// `special_tokens_map.json`; both write it as a string or as an object with `content`.
    String special(String role, String otherwise) {
        for (String name : new String[] {"tokenizer_config.json", "special_tokens_map.json"}) {
            JsonNode token = optionalJson(name).path(role);
            JsonNode content = token.isObject() ? token.path("content") : token;
            if (content.isTextual()) {
                return content.textValue();
            }
        }
        return otherwise;
    }

    /// The native tokenizer of a `tokenizer.json` text. It is given as a stream on purpose: from a path, DJL would read
    /// `tokenizer_config.json` too and clean the text a second time in its own way.
    static HuggingFaceTokenizer build(String tokenizerJson, Path origin) {
        try {
            byte[] bytes = tokenizerJson.getBytes(StandardCharsets.UTF_8);
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(bytes), PLAIN);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the tokenizer " + origin, e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "the tokenizer " + origin + " is not one that can be built: " + e.getMessage(), e);
        }
    }
}
