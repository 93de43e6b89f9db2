package org.layerloom.sampler;

import org.layerloom.tensor.Tensor;

/// True classifier-free guidance: what the prompt changes, taken `scale` times. 1 means one pass without guidance.
public record Guidance(double scale) {
    /// Whether a pass without the prompt is needed.
    public boolean needsNull() {
        return scale != 1;
    }

    /// without + scale * (with - without).
    public Tensor combine(Tensor with, Tensor without) {
        try (Tensor difference = with.sub(without);
                Tensor scaled = difference.mul(scale)) {
            return without.add(scaled);
        }
    }
}
