package org.layerloom.network.flux;

import org.layerloom.network.Linear;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Shift, scale and gate vectors for a block, from the embedded time: one Linear, cut into equal parts.
record Modulation(Linear linear, int parts) {
    static Modulation load(Weights w, int dim, int parts) throws WeightsException {
        return new Modulation(Linear.load(w.at("linear"), (long) parts * dim, dim), parts);
    }

    Tensor[] forward(Tensor activated) { // (1, dim) to parts of (1, dim)
        try (Tensor all = linear.forward(activated)) {
            return all.chunk(parts, -1);
        }
    }
}
