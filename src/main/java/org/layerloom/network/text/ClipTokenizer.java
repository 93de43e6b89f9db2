package org.layerloom.network.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.layerloom.weights.WeightsException;

/// CLIP's tokenizer, built from `vocab.json` and `merges.txt`, which is all that FLUX's `tokenizer/` folder holds.
///
/// Ids are those of the slow `CLIPTokenizer` of `transformers` 4.44 without `ftfy`, as in ART's reference. Close it
/// to free the native tokenizer.
public final class ClipTokenizer implements AutoCloseable {
    private static final String SPLIT = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final HuggingFaceTokenizer words;
    private final long start;
    private final long end;
    private final long pad;

    private ClipTokenizer(HuggingFaceTokenizer words, long start, long end, long pad) {
        this.words = words;
        this.start = start;
        this.end = end;
        this.pad = pad;
    }

    /// Reads a tokenizer folder.
    ///
    /// @throws WeightsException if a file is missing or broken, or the vocabulary lacks a special token or a piece
    public static ClipTokenizer load(Path folder) throws WeightsException {
        TokenizerFiles files = new TokenizerFiles(folder);
        JsonNode vocab = files.json("vocab.json");
        String start = files.special("bos_token", "<|startoftext|>");
        String end = files.special("eos_token", "<|endoftext|>");
        long startId = id(vocab, start, folder);
        long endId = id(vocab, end, folder);
        long padId = id(vocab, files.special("pad_token", end), folder);
        ObjectNode json = NODES.objectNode();
        json.put("version", "1.0");
        json.putArray("added_tokens").add(special(startId, start)).add(special(endId, end));
        json.set("pre_tokenizer", preTokenizer());
        json.set("model", model(vocab, files.text("merges.txt"), end));
        return new ClipTokenizer(TokenizerFiles.build(json.toString(), folder), startId, endId, padId);
    }

    /// Ids of a text: start, pieces, end; not truncated, not padded.
    public long[] encode(String text) {
        long[] pieces = words.encode(ClipCleaning.clean(text), false, false).getIds();
        long[] ids = new long[pieces.length + 2];
        ids[0] = start;
        System.arraycopy(pieces, 0, ids, 1, pieces.length);
        ids[ids.length - 1] = end;
        return ids;
    }

    /// Ids of a text cut or padded to `length` (CLIP: 77). A cut text still ends with the end token.
    public long[] encode(String text, int length) {
        return TokenIds.fit(encode(text), length, end, pad);
    }

    @Override
    public void close() {
        words.close();
    }

    private static long id(JsonNode vocab, String token, Path folder) throws WeightsException {
        if (!vocab.path(token).isIntegralNumber()) {
            throw new WeightsException("the file " + folder.resolve("vocab.json") + " is broken: no token " + token);
        }
        return vocab.path(token).longValue();
    }

    private static ObjectNode special(long id, String content) {
        ObjectNode token = NODES.objectNode().put("id", id).put("content", content);
        for (String flag : new String[] {"single_word", "lstrip", "rstrip", "normalized"}) {
            token.put(flag, false);
        }
        return token.put("special", true);
    }

    /// Words, then their bytes as visible characters. Runs on cleaned text, so there is no normalizer.
    private static ObjectNode preTokenizer() {
        ObjectNode split = NODES.objectNode().put("type", "Split");
        split.putObject("pattern").put("Regex", SPLIT);
        split.put("behavior", "Removed").put("invert", true);
        ObjectNode bytes = NODES.objectNode().put("type", "ByteLevel").put("add_prefix_space", false);
        bytes.put("trim_offsets", true).put("use_regex", false);
        ObjectNode sequence = NODES.objectNode().put("type", "Sequence");
        sequence.putArray("pretokenizers").add(split).add(bytes);
        return sequence;
    }

    private static ObjectNode model(JsonNode vocab, String mergesText, String unknown) {
        ObjectNode model = NODES.objectNode().put("type", "BPE").put("unk_token", unknown);
        model.put("continuing_subword_prefix", "").put("end_of_word_suffix", "</w>");
        model.put("fuse_unk", false);
        model.set("vocab", vocab);
        ArrayNode merges = model.putArray("merges");
        mergesText
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#version"))
                .forEach(merges::add);
        return model;
    }
}
