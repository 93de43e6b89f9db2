package org.layerloom.network.flux;

import org.layerloom.network.Heads;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Queries, keys and values of one stream; queries and keys are normalised in each head.
record Projections(int heads, Linear toQ, Linear toK, Linear toV, Tensor normQ, Tensor normK) {
    private static final double EPS = 1e-6;

    /// @param w     the `attn` group
    /// @param names of the query, key and value projections and of the two norms
    static Projections load(FluxConfig c, Weights w, String... names) throws WeightsException {
        int dim = c.dim();
        return new Projections(
                c.heads(),
                Linear.load(w.at(names[0]), dim, dim),
                Linear.load(w.at(names[1]), dim, dim),
                Linear.load(w.at(names[2]), dim, dim),
                w.at(names[3]).get("weight", c.headDim()),
                w.at(names[4]).get("weight", c.headDim()));
    }

    Tensor query(Tensor x) { // (1, n, dim) to (1, heads, n, head dim)
        return Ops.rmsNorm(Heads.split(toQ.forward(x), heads), normQ, EPS);
    }

    Tensor key(Tensor x) {
        return Ops.rmsNorm(Heads.split(toK.forward(x), heads), normK, EPS);
    }

    Tensor value(Tensor x) {
        return Heads.split(toV.forward(x), heads);
    }
}
