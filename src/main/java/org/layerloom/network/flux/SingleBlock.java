package org.layerloom.network.flux;

import org.layerloom.network.Heads;
import org.layerloom.network.Linear;
import org.layerloom.network.Pieces;
import org.layerloom.network.Rope;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A FLUX single block: attention and MLP side by side over text and image in one sequence.
record SingleBlock(Projections qkv, Linear projMlp, Linear projOut) {
    /// Vectors that steer it.
    static final int VECTORS = 3;

    private static final double EPS = 1e-6;

    static SingleBlock load(FluxConfig c, Weights w) throws WeightsException {
        long dim = c.dim();
        return new SingleBlock(
                Projections.load(c, w.at("attn"), "to_q", "to_k", "to_v", "norm_q", "norm_k"),
                Linear.load(w.at("proj_mlp"), 4 * dim, dim),
                Linear.load(w.at("proj_out"), dim, 5 * dim));
    }

    /// @param mod shift, scale and gate, each (1, dim)
    Tensor forward(Tensor x, Tensor[] mod, Rope rope) { // (1, t + n, dim)
        return Scope.scoped(() -> {
            Tensor n = Ops.modulate(x, mod[0], mod[1], EPS);
            Tensor attended = Ops.attention(rope.forward(qkv.query(n)), rope.forward(qkv.key(n)), qkv.value(n));
            Tensor joined = Heads.join(attended);
            attended.close();
            Tensor made = Pieces.of(x.size(1), (from, to) -> both(joined.slice(1, from, to), n.slice(1, from, to)));
            return Halves.inRange(Ops.gated(x, mod[2], made));
        });
    }

    private Tensor both(Tensor attended, Tensor n) {
        return projOut.forward(Tensor.concat(2, attended, Ops.geluTanh(projMlp.forward(n))));
    }
}
