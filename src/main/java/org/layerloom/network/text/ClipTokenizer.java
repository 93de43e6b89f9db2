package org.layerloom.network.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.layerloom.weights.WeightsException;

/// CLIP's tokenizer, built from `vocab.json` and `merges.txt`. Close it to free the native tokenizer.
public final class ClipTokenizer implements AutoCloseable {
    private static final String WORDS = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";
    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// The two ways in which `transformers` has cut texts; they differ for ideographs, control and zero-width
    /// characters.
    public enum Rules {
        /// The slow `CLIPTokenizer` of `transformers` 4 without `ftfy`: FLUX's, as in ART's reference.
        SLOW,
        /// That of the published `tokenizer.json` files: SDXL's and SD1.5's. A pad token other than the end token is
        /// special and so found in texts too: by SDXL's second tokenizer, which pads with "!", each "!".
        FAST
    }

    private final HuggingFaceTokenizer words;
    private final Rules rules;
    private final long start;
    private final long end;
    private final long pad;

    private ClipTokenizer(HuggingFaceTokenizer words, Rules rules, long start, long end, long pad) {
        this.words = words;
        this.rules = rules;
        this.start = start;
        this.end = end;
        this.pad = pad;
    }

    /// Reads a tokenizer folder.
    ///
    /// @throws WeightsException if a file is missing or broken, or the vocabulary lacks a special token or a piece
    public static ClipTokenizer load(Path folder, Rules rules) throws WeightsException {
        TokenizerFiles files = new TokenizerFiles(folder);
        String end = files.special("eos_token", END);
        return build(
                new ClipVocabulary(files.json("vocab.json"), files.text("merges.txt"), folder),
                rules,
                files.special("bos_token", START),
                end,
                files.special("pad_token", end));
    }

    /// The tokenizer of SD1.5 and SDXL with OpenAI's vocabulary, for checkpoints that bring none, by the fast rules.
    ///
    /// @param second whether it is SDXL's second one, which pads with "!"
    public static ClipTokenizer standard(boolean second) throws WeightsException {
        return build(ClipVocabulary.standard(START, END), Rules.FAST, START, END, second ? "!" : END);
    }

    private static ClipTokenizer build(ClipVocabulary vocabulary, Rules rules, String start, String end, String pad)
            throws WeightsException {
        long startId = vocabulary.id(start);
        long endId = vocabulary.id(end);
        long padId = vocabulary.id(pad);
        ObjectNode json = NODES.objectNode().put("version", "1.0");
        ArrayNode added = json.putArray("added_tokens");
        added.add(special(startId, start)).add(special(endId, end));
        if (rules == Rules.FAST) {
            if (!pad.equals(end)) {
                added.add(special(padId, pad));
            }
            json.set("normalizer", normalizer());
        }
        json.set("pre_tokenizer", preTokenizer(rules));
        json.set("model", vocabulary.model(end));
        HuggingFaceTokenizer words = TokenizerFiles.build(json.toString(), vocabulary.origin());
        return new ClipTokenizer(words, rules, startId, endId, padId);
    }

    /// Ids of a text alone: neither start nor end.
    public long[] pieces(String text) {
        String cleaned = rules == Rules.SLOW ? ClipCleaning.clean(text) : text;
        return words.encode(cleaned, false, false).getIds();
    }

    /// Ids of a text: start, pieces, end; not truncated, not padded.
    public long[] encode(String text) {
        return framed(pieces(text));
    }

    /// Ids of a text cut or padded to `length` (CLIP: 77). A cut text still ends with the end token.
    public long[] encode(String text, int length) {
        return fit(pieces(text), length);
    }

    /// Pieces between start and end, cut or padded to `length`.
    long[] fit(long[] pieces, int length) {
        return TokenIds.fit(framed(pieces), length, end, pad);
    }

    /// Id of the end token.
    long end() {
        return end;
    }

    private long[] framed(long... pieces) {
        long[] ids = new long[pieces.length + 2];
        ids[0] = start;
        System.arraycopy(pieces, 0, ids, 1, pieces.length);
        ids[ids.length - 1] = end;
        return ids;
    }

    @Override
    public void close() {
        words.close();
    }

    private static ObjectNode special(long id, String content) {
        ObjectNode token = NODES.objectNode().put("id", id).put("content", content);
        for (String flag : new String[] {"single_word", "lstrip", "rstrip", "normalized"}) {
            token.put(flag, false);
        }
        return token.put("special", true);
    }

    /// NFC, one space for a run of spaces, lower case.
    private static ObjectNode normalizer() {
        ObjectNode sequence = NODES.objectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray("normalizers");
        steps.addObject().put("type", "NFC");
        ObjectNode spaces = steps.addObject().put("type", "Replace").put("content", " ");
        spaces.putObject("pattern").put("Regex", "\\s+");
        steps.addObject().put("type", "Lowercase");
        return sequence;
    }

    /// Words, then their bytes as visible characters. By the slow rules it runs on cleaned text, without a
    /// normalizer.
    private static ObjectNode preTokenizer(Rules rules) {
        boolean fast = rules == Rules.FAST;
        ObjectNode split = NODES.objectNode().put("type", "Split");
        String special = fast ? "<\\|startoftext\\|>|<\\|endoftext\\|>|" : "";
        split.putObject("pattern").put("Regex", special + WORDS);
        split.put("behavior", "Removed").put("invert", true);
        ObjectNode bytes = NODES.objectNode().put("type", "ByteLevel").put("add_prefix_space", false);
        bytes.put("trim_offsets", true).put("use_regex", fast);
        ObjectNode sequence = NODES.objectNode().put("type", "Sequence");
        sequence.putArray("pretokenizers").add(split).add(bytes);
        return sequence;
    }
}
