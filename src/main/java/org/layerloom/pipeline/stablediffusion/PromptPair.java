package org.layerloom.pipeline.stablediffusion;

import java.util.List;
import org.layerloom.tensor.Tensor;

/// A prompt and what guidance leads away from, all of a run of the same number of tokens: what a denoiser is told.
///
/// @param with    states of the prompt, (1, 77 k, dim)
/// @param without states of the negative prompt, likewise
/// @param pooledWith    pooled vector (1, dim), where the denoiser takes one; else null
/// @param pooledWithout likewise
/// @param end      place of the prompt's first end token
public record PromptPair(Tensor with, Tensor without, Tensor pooledWith, Tensor pooledWithout, int end) {
    List<Tensor> tensors() {
        return pooledWith == null ? List.of(with, without) : List.of(with, without, pooledWith, pooledWithout);
    }
}
