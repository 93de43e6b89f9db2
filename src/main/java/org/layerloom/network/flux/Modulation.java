package org.layerloom.network.flux;

import org.layerloom.network.Linear;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Shift, scale and gate vectors for a block, from the embedded time: one Linear, whose result has equal parts.
record Modulation(Linear linear) {
    static Modulation load(Weights w, int dim, int parts) throws WeightsException {
        return new Modulation(Linear.load(w.at("linear"), (long) parts * dim, dim));
    }

    Tensor forward(Tensor activated) { // (n, dim) to (n, parts * dim)
        return linear.forward(activated);
    }
}
