package org.layerloom.network;

import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Linear, SiLU, Linear: makes of a [Sinusoid] (or another vector) a part of the vector that steers all blocks.
public record TimestepEmbedding(Linear linear1, Linear linear2) {
    public static TimestepEmbedding load(Weights w, long in, long dim) throws WeightsException {
        return new TimestepEmbedding(Linear.load(w.at("linear_1"), dim, in), Linear.load(w.at("linear_2"), dim, dim));
    }

    /// (n, in) to (n, dim).
    public Tensor forward(Tensor x) {
        return linear2.forward(Ops.silu(linear1.forward(x)));
    }
}
