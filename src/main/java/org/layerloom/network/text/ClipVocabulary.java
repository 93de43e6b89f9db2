package org.layerloom.network.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.layerloom.weights.WeightsException;

/// The pieces that CLIP's tokenizer knows, and which of them make larger ones.
///
/// @param vocab  ids by piece
/// @param merges pairs of pieces, a line each, the first ones first
/// @param origin the folder or file, for messages
record ClipVocabulary(JsonNode vocab, String merges, Path origin) {
    private static final String STANDARD = "clip-merges.txt.gz";
    private static final String WORD_END = "</w>";
    private static final int BYTES = 256;

    /// OpenAI's: each byte, each byte at a word's end, each merge, start and end.
    static ClipVocabulary standard(String start, String end) throws WeightsException {
        try (InputStream packed = ClipVocabulary.class.getResourceAsStream(STANDARD)) {
            if (packed == null) {
                throw new FileNotFoundException("it is missing");
            }
            byte[] bytes = new GZIPInputStream(packed).readAllBytes();
            String merges = new String(bytes, StandardCharsets.UTF_8);
            return new ClipVocabulary(vocab(merges.lines().toList(), start, end), merges, Path.of(STANDARD));
        } catch (IOException e) {
            throw new WeightsException("the program's own file " + STANDARD + " cannot be read: " + e.getMessage(), e);
        }
    }

    long id(String token) throws WeightsException {
        if (!vocab.path(token).isIntegralNumber()) {
            throw new WeightsException("the file " + origin.resolve("vocab.json") + " is broken: no token " + token);
        }
        return vocab.path(token).longValue();
    }

    /// The `model` of a `tokenizer.json`.
    ObjectNode model(String unknown) {
        ObjectNode model = JsonNodeFactory.instance.objectNode().put("type", "BPE");
        model.put("unk_token", unknown).put("continuing_subword_prefix", "");
        model.put("end_of_word_suffix", WORD_END).put("fuse_unk", false);
        model.set("vocab", vocab);
        ArrayNode lines = model.putArray("merges");
        merges.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#version"))
                .forEach(lines::add);
        return model;
    }

    private static ObjectNode vocab(List<String> merges, String start, String end) {
        ObjectNode vocab = JsonNodeFactory.instance.objectNode();
        int[] characters = byteCharacters();
        for (int c : characters) {
            vocab.put(Character.toString(c), vocab.size());
        }
        for (int c : characters) {
            vocab.put(Character.toString(c) + WORD_END, vocab.size());
        }
        for (String merge : merges) {
            vocab.put(merge.replace(" ", ""), vocab.size());
        }
        vocab.put(start, vocab.size());
        return vocab.put(end, vocab.size());
    }

    /// The visible character that stands for each byte: itself if it can be seen, else the next one from 256 on.
    /// Visible bytes come first.
    private static int[] byteCharacters() {
        int[] characters = new int[BYTES];
        int count = 0;
        for (int b = 0; b < BYTES; b++) {
            if (isVisible(b)) {
                characters[count++] = b;
            }
        }
        int hidden = BYTES - count;
        for (int i = 0; i < hidden; i++) {
            characters[count + i] = BYTES + i;
        }
        return characters;
    }

    private static boolean isVisible(int b) {
        return b >= '!' && b <= '~' || b >= 0xA1 && b != 0xAD;
    }
}
