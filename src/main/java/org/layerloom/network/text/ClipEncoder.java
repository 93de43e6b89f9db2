package org.layerloom.network.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// One of Stable Diffusion's CLIP encoders with its tokenizer: reads prompts of any length in chunks of 77 ids, and
/// weights. Closing it frees both.
public final class ClipEncoder implements AutoCloseable {
    private final ClipTokenizer tokenizer;
    private final Weights weights;
    private final ClipText text;

    /// @param weights what `text` was loaded from
    public ClipEncoder(ClipTokenizer tokenizer, Weights weights, ClipText text) {
        this.tokenizer = tokenizer;
        this.weights = weights;
        this.text = text;
    }

    /// Loads two parts of a model's folder, like `tokenizer` and `text_encoder`.
    ///
    /// @throws WeightsException if a file is missing or broken, or does not fit its config
    public static ClipEncoder load(ModelFolder model, String tokenizerPart, String textPart, Device device, DType dtype)
            throws WeightsException {
        Weights weights = model.weights(textPart, device, dtype);
        ClipText text = ClipText.load(model.config(textPart), weights);
        weights.unmap();
        ClipTokenizer tokenizer = ClipTokenizer.load(model.part(tokenizerPart), ClipTokenizer.Rules.FAST);
        return new ClipEncoder(tokenizer, weights, text);
    }

    ClipText text() {
        return text;
    }

    List<PromptChunk> chunks(WeightedPrompt prompt) {
        return PromptChunk.cut(prompt, tokenizer, text.length());
    }

    /// Place of the first end token among a prompt's ids.
    int end(String prompt) {
        long[] ids = chunks(WeightedPrompt.parse(prompt)).getFirst().ids();
        return (int) Arrays.stream(ids).takeWhile(id -> id != tokenizer.end()).count();
    }

    PromptChunk empty() {
        return PromptChunk.empty(tokenizer, text.length());
    }

    /// The chunks' hidden states one after the other, (1, 77 k, dim), and the pooled vector of the first one.
    ///
    /// @param tokens which hidden states
    TextEncoding encode(List<PromptChunk> chunks, Function<ClipText.States, Tensor> tokens) {
        List<Tensor> made = Scope.scopedAll(() -> {
            List<Tensor> parts = new ArrayList<>();
            Tensor pooled = null;
            for (PromptChunk chunk : chunks) {
                ClipText.States states = text.states(chunk.ids());
                parts.add(weighted(tokens.apply(states), chunk));
                if (pooled == null) {
                    pooled = text.pooled(states.last(), chunk.ids());
                }
            }
            return List.of(Tensor.concat(1, parts), pooled);
        });
        return new TextEncoding(made.get(0), made.get(1), List.of());
    }

    /// Each id's hidden state times its weight; then all are scaled so that their mean is what it was.
    private static Tensor weighted(Tensor tokens, PromptChunk chunk) {
        if (!chunk.isWeighted()) {
            return tokens;
        }
        return Scope.scoped(() -> {
            Tensor wide = tokens.to(DType.F32);
            Tensor factors = tokens.device().tensor(chunk.weights(), 1, chunk.weights().length, 1);
            Tensor scaled = wide.mul(factors);
            double mean = wide.mean(0, 1, 2).toFloats()[0];
            return scaled.mul(mean / scaled.mean(0, 1, 2).toFloats()[0]).to(tokens.dtype());
        });
    }

    @Override
    public void close() {
        tokenizer.close();
        weights.close();
    }
}
