package org.layerloom.network.flux;

import org.layerloom.network.Linear;
import org.layerloom.network.Pieces;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Linear, GELU (tanh), Linear: the MLP of a double block.
record FeedForward(Linear in, Linear out) {
    private static final int WIDENING = 4;

    static FeedForward load(Weights w, int dim) throws WeightsException {
        long wide = (long) WIDENING * dim;
        return new FeedForward(Linear.load(w.at("net.0.proj"), wide, dim), Linear.load(w.at("net.2"), dim, wide));
    }

    Tensor forward(Tensor x) { // (1, n, dim)
        return Pieces.of(x.size(1), (from, to) -> out.forward(Ops.geluTanh(in.forward(x.slice(1, from, to)))));
    }
}
