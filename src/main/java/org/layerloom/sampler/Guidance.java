package org.layerloom.sampler;

import org.layerloom.tensor.DType;
import org.layerloom.tensor.Tensor;

/// True classifier-free guidance: what the prompt changes, taken `scale` times. 1 means one pass without guidance.
public record Guidance(double scale) {
    /// Whether a pass without the prompt is needed.
    public boolean needsNull() {
        return scale != 1;
    }

    /// Of a batch whose first half was made without the prompt and whose second half with it; of one made in one
    /// pass, the batch itself. In float32.
    public Tensor ofBatch(Tensor predicted) {
        Tensor wide = predicted.to(DType.F32);
        if (!needsNull()) {
            return wide;
        }
        Tensor[] halves = wide.chunk(2, 0);
        return combine(halves[1], halves[0]);
    }

    /// without + scale * (with - without).
    public Tensor combine(Tensor with, Tensor without) {
        try (Tensor difference = with.sub(without);
                Tensor scaled = difference.mul(scale)) {
            return without.add(scaled);
        }
    }
}
