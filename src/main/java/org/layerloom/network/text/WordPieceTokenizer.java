package org.layerloom.network.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerloom.weights.WeightsException;

/// BERT's tokenizer from a folder with `tokenizer.json`; it also tells where each piece stands in the text. Close
/// it to free the native tokenizer.
public final class WordPieceTokenizer implements AutoCloseable {
    /// `[CLS]` and `[SEP]`.
    private static final int FRAME = 2;

    private final HuggingFaceTokenizer pieces;

    private WordPieceTokenizer(HuggingFaceTokenizer pieces) {
        this.pieces = pieces;
    }

    /// Reads a tokenizer folder.
    ///
    /// @throws WeightsException if `tokenizer.json` is missing or broken, or frames a text otherwise than BERT does
    public static WordPieceTokenizer load(Path folder) throws WeightsException {
        HuggingFaceTokenizer pieces = TokenizerFiles.build(new TokenizerFiles(folder).text("tokenizer.json"), folder);
        int frame = pieces.encode("", true, false).getIds().length;
        if (frame != FRAME) {
            throw new WeightsException("the tokenizer in " + folder + " puts " + frame
                    + " tokens around a text, but must put [CLS] before and [SEP] behind it");
        }
        return new WordPieceTokenizer(pieces);
    }

    /// Ids of a text, and where its pieces stand.
    ///
    /// @param ids `[CLS]`, the pieces, `[SEP]`
    /// @param spans one for each piece, none for `[CLS]` and `[SEP]`
    public record Pieces(long[] ids, List<TokenSpan> spans) {}

    /// Cuts a text into at most `limit` pieces; what is past them is dropped.
    public Pieces encode(String text, int limit) {
        Encoding encoding = pieces.encode(text, true, false);
        long[] all = encoding.getIds();
        int kept = Math.min(all.length - FRAME, limit);
        long[] ids = Arrays.copyOf(all, kept + FRAME);
        ids[kept + 1] = all[all.length - 1];
        List<TokenSpan> spans = new ArrayList<>(kept);
        CharSpan[] places = encoding.getCharTokenSpans();
        for (int i = 1; i <= kept; i++) {
            spans.add(span(text, places[i]));
        }
        return new Pieces(ids, spans);
    }

    @Override
    public void close() {
        pieces.close();
    }

    /// The native side counts code points; a Java string has two chars for some.
    private static TokenSpan span(String text, CharSpan place) {
        int start = text.offsetByCodePoints(0, place.getStart());
        return new TokenSpan(start, text.offsetByCodePoints(start, place.getEnd() - place.getStart()));
    }
}
