package org.layerloom.network.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import org.layerloom.weights.WeightsException;

/// T5's tokenizer from a folder with `tokenizer.json`: pieces and `</s>`, no start token.
///
/// Where `tokenizer_config.json` sets `add_prefix_space` (FLUX's does), `transformers` 4.44 converts `spiece.model`
/// anew, and that conversion's normalizer strips trailing whitespace (whatever the character map turns into it): so
/// it is put into the normalizer here. Close it to free the native tokenizer.
public final class T5Tokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer pieces;
    private final long end;
    private final long pad;

    private T5Tokenizer(HuggingFaceTokenizer pieces, long end, long pad) {
        this.pieces = pieces;
        this.end = end;
        this.pad = pad;
    }

    /// Reads a tokenizer folder.
    ///
    /// @throws WeightsException if a file is missing or broken, or lacks a special token
    public static T5Tokenizer load(Path folder) throws WeightsException {
        TokenizerFiles files = new TokenizerFiles(folder);
        String json = files.sets("add_prefix_space") ? stripping(files) : files.text("tokenizer.json");
        HuggingFaceTokenizer pieces = TokenizerFiles.build(json, folder);
        long end = id(pieces, files.special("eos_token", "</s>"), folder);
        long pad = id(pieces, files.special("pad_token", "<pad>"), folder);
        return new T5Tokenizer(pieces, end, pad);
    }

    /// Ids of a text: pieces and the end token; not truncated, not padded.
    public long[] encode(String text) {
        long[] ids = pieces.encode(text, false, false).getIds();
        long[] out = Arrays.copyOf(ids, ids.length + 1);
        out[ids.length] = end;
        return out;
    }

    /// Ids of a text cut or padded to `length` (FLUX: 512). A cut text still ends with the end token.
    public long[] encode(String text, int length) {
        return TokenIds.fit(encode(text), length, end, pad);
    }

    @Override
    public void close() {
        pieces.close();
    }

    /// `tokenizer.json` with a normalizer that strips the end of a text, after all that its own normalizer does.
    private static String stripping(TokenizerFiles files) throws WeightsException {
        ObjectNode json = (ObjectNode) files.json("tokenizer.json");
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        JsonNode own = json.path("normalizer");
        if (own.isObject()) {
            steps.add(own);
        }
        steps.addObject().put("type", "Strip").put("strip_left", false).put("strip_right", true);
        json.putObject("normalizer").put("type", "Sequence").set("normalizers", steps);
        return json.toString();
    }

    private static long id(HuggingFaceTokenizer pieces, String token, Path folder) throws WeightsException {
        long[] ids = pieces.encode(token, false, false).getIds();
        if (ids.length != 1) {
            throw new WeightsException(
                    "the file " + folder.resolve("tokenizer.json") + " is broken: no token " + token);
        }
        return ids[0];
    }
}
