package org.layerloom.network.unet;

import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The MLP of a transformer block: one half of the first map's output, gated by the exact GELU of the other.
record FeedForward(Linear in, Linear out) {
    private static final int WIDENING = 4;

    static FeedForward load(Weights w, int dim) throws WeightsException {
        return new FeedForward(
                Linear.load(w.at("net.0.proj"), 2L * WIDENING * dim, dim),
                Linear.load(w.at("net.2"), dim, (long) WIDENING * dim));
    }

    /// (b, n, dim) to the same shape.
    Tensor forward(Tensor x) {
        Tensor[] halves = in.forward(x).chunk(2, -1); // value, gate
        return out.forward(halves[0].mul(Ops.geluExact(halves[1])));
    }
}
