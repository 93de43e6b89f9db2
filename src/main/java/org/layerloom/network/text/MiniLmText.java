package org.layerloom.network.text;

import java.util.List;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The text encoder of our own model: MiniLM (all-MiniLM-L6-v2; Wang et al. 2020).
///
/// Tokens are its last hidden states without `[CLS]` and `[SEP]` (1, T, 384), T at most 48 and 0 for a text without
/// words; pooled is the mean of all hidden states, `[CLS]` and `[SEP]` included (1, 384). The same pool of a box's
/// own prompt conditions that box.
public final class MiniLmText implements TextEncoder {
    /// The most tokens that a transformer is given; training never saw more.
    public static final int MOST_TOKENS = 48;

    private final WordPieceTokenizer tokenizer;
    private final Weights weights;
    private final BertEncoder bert;

    private MiniLmText(WordPieceTokenizer tokenizer, Weights weights, BertEncoder bert) {
        this.tokenizer = tokenizer;
        this.weights = weights;
        this.bert = bert;
    }

    /// Loads `text_encoder` and `tokenizer` of a model's folder.
    ///
    /// @throws WeightsException if a file is missing or broken, or does not fit its config
    public static MiniLmText load(ModelFolder model, Device device, DType dtype) throws WeightsException {
        Weights weights = model.weights("text_encoder", device, dtype);
        BertEncoder bert = BertEncoder.load(model.config("text_encoder"), weights);
        weights.unmap();
        return new MiniLmText(WordPieceTokenizer.load(model.part("tokenizer")), weights, bert);
    }

    @Override
    public TextEncoding encode(String prompt) {
        WordPieceTokenizer.Pieces pieces = tokenizer.encode(prompt, Math.min(MOST_TOKENS, bert.positions() - 2));
        List<Tensor> made = Scope.scopedAll(() -> {
            Tensor hidden = bert.forward(pieces.ids());
            return List.of(hidden.slice(1, 1, hidden.size(1) - 1), hidden.mean(1));
        });
        return new TextEncoding(made.get(0), made.get(1), pieces.spans());
    }

    @Override
    public void close() {
        tokenizer.close();
        weights.close();
    }
}
