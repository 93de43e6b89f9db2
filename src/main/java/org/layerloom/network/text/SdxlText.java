package org.layerloom.network.text;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.WeightsException;

/// SDXL's two text encoders behind one door: tokens are the penultimate hidden states of both side by side
/// (1, 77 k, 768 + 1280), pooled is the projected vector of the second one (1, 1280).
///
/// Prompts may have weights ([WeightedPrompt]) and any length: k is the number of chunks of 75 pieces that they
/// take.
public final class SdxlText implements TextEncoder {
    private final ClipEncoder first;
    private final ClipEncoder second;
    private final boolean zerosForEmpty;

    /// @param zerosForEmpty whether an empty negative prompt is all zeros (`force_zeros_for_empty_prompt`)
    public SdxlText(ClipEncoder first, ClipEncoder second, boolean zerosForEmpty) {
        this.first = first;
        this.second = second;
        this.zerosForEmpty = zerosForEmpty;
    }

    /// Loads `text_encoder`, `text_encoder_2`, `tokenizer` and `tokenizer_2` of a model's folder.
    ///
    /// @throws WeightsException if a file is missing or broken, or does not fit its config
    public static SdxlText load(ModelFolder model, Device device, DType dtype) throws WeightsException {
        return new SdxlText(
                ClipEncoder.load(model, "tokenizer", "text_encoder", device, dtype),
                ClipEncoder.load(model, "tokenizer_2", "text_encoder_2", device, dtype),
                model.index().flag("force_zeros_for_empty_prompt", true));
    }

    @Override
    public TextEncoding encode(String prompt) {
        WeightedPrompt weighted = WeightedPrompt.parse(prompt);
        List<PromptChunk> firstChunks = new ArrayList<>(first.chunks(weighted));
        List<PromptChunk> secondChunks = new ArrayList<>(second.chunks(weighted));
        while (firstChunks.size() < secondChunks.size()) { // the second one cuts "!!!" into more pieces
            firstChunks.add(first.empty());
        }
        while (secondChunks.size() < firstChunks.size()) {
            secondChunks.add(second.empty());
        }
        List<Tensor> made = Scope.scopedAll(() -> {
            TextEncoding left = first.encode(firstChunks, ClipText.States::penultimate);
            TextEncoding right = second.encode(secondChunks, ClipText.States::penultimate);
            return List.of(Tensor.concat(2, left.tokens(), right.tokens()), right.pooled());
        });
        return new TextEncoding(made.get(0), made.get(1), List.of());
    }

    /// What guidance leads away from; an empty prompt gives zeros where the checkpoint asks for that.
    public TextEncoding encodeNegative(String prompt) {
        return zerosForEmpty && prompt.isBlank() ? zeros() : encode(prompt);
    }

    /// Place of the first end token in a prompt's tokens: what attends to it attends to the prompt as a whole.
    public int end(String prompt) {
        return first.end(prompt);
    }

    private TextEncoding zeros() {
        ClipText left = first.text();
        ClipText right = second.text();
        List<Tensor> made = Scope.scopedAll(() -> {
            Device device = left.tokenEmbedding().device();
            DType dtype = left.tokenEmbedding().dtype();
            return List.of(
                    device.zeros(1, left.length(), (long) left.width() + right.width())
                            .to(dtype),
                    device.zeros(1, right.pooledWidth()).to(dtype));
        });
        return new TextEncoding(made.get(0), made.get(1), List.of());
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
