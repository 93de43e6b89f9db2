package org.layerloom.network.text;

import java.util.List;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// FLUX's two text encoders behind one door: T5 gives the tokens (1, 512, 4096), CLIP the pooled vector (1, 768).
///
/// Both see the same prompt, CLIP its first 77 ids, T5 its first 512; padding is not masked, as in ART's reference.
public final class FluxText implements TextEncoder {
    /// ids that T5 is given a prompt: ART's (and FLUX.1-dev's) `max_sequence_length`.
    private static final int T5_LENGTH = 512;

    private final ClipTokenizer clipTokenizer;
    private final T5Tokenizer t5Tokenizer;
    private final Weights clipWeights;
    private final Weights t5Weights;
    private final ClipText clip;
    private final T5Encoder t5;

    private FluxText(
            ClipTokenizer clipTokenizer,
            T5Tokenizer t5Tokenizer,
            Weights clipWeights,
            Weights t5Weights,
            ClipText clip,
            T5Encoder t5) {
        this.clipTokenizer = clipTokenizer;
        this.t5Tokenizer = t5Tokenizer;
        this.clipWeights = clipWeights;
        this.t5Weights = t5Weights;
        this.clip = clip;
        this.t5 = t5;
    }

    /// Loads `text_encoder`, `text_encoder_2`, `tokenizer` and `tokenizer_2` of a model's folder.
    ///
    /// @throws WeightsException if a file is missing or broken, or does not fit its config
    public static FluxText load(ModelFolder model, Device device, DType dtype) throws WeightsException {
        Weights clipWeights = model.weights("text_encoder", device, dtype);
        Weights t5Weights = model.weights("text_encoder_2", device, dtype);
        ClipText clip = ClipText.load(model.config("text_encoder"), clipWeights);
        T5Encoder t5 = T5Encoder.load(model.config("text_encoder_2"), t5Weights);
        clipWeights.unmap();
        t5Weights.unmap();
        return new FluxText(
                ClipTokenizer.load(model.part("tokenizer"), ClipTokenizer.Rules.SLOW),
                T5Tokenizer.load(model.part("tokenizer_2")),
                clipWeights,
                t5Weights,
                clip,
                t5);
    }

    @Override
    public TextEncoding encode(String prompt) {
        Tensor tokens = t5.forward(t5Tokenizer.encode(prompt, T5_LENGTH));
        long[] ids = clipTokenizer.encode(prompt, clip.length());
        Tensor pooled = Scope.scoped(() -> clip.pooled(clip.forward(ids), ids));
        return new TextEncoding(tokens, pooled, List.of());
    }

    @Override
    public void close() {
        clipTokenizer.close();
        t5Tokenizer.close();
        clipWeights.close();
        t5Weights.close();
    }
}
