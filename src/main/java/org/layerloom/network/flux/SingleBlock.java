package org.layerloom.network.flux;

import org.layerloom.network.Heads;
import org.layerloom.network.Linear;
import org.layerloom.network.Rope;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A FLUX single block: attention and MLP side by side over text and image in one sequence.
record SingleBlock(Modulation norm, Projections qkv, Linear projMlp, Linear projOut) {
    private static final double EPS = 1e-6;

    static SingleBlock load(FluxConfig c, Weights w) throws WeightsException {
        long dim = c.dim();
        return new SingleBlock(
                Modulation.load(w.at("norm"), c.dim(), 3),
                Projections.load(c, w.at("attn"), "to_q", "to_k", "to_v", "norm_q", "norm_k"),
                Linear.load(w.at("proj_mlp"), 4 * dim, dim),
                Linear.load(w.at("proj_out"), dim, 5 * dim));
    }

    /// @param activated silu of the embedded time, (1, dim)
    Tensor forward(Tensor x, Tensor activated, Rope rope) { // (1, t + n, dim)
        return Scope.scoped(() -> {
            Tensor[] mod = norm.forward(activated);
            Tensor n = Ops.modulate(x, mod[0], mod[1], EPS);
            Tensor attended = Ops.attention(rope.forward(qkv.query(n)), rope.forward(qkv.key(n)), qkv.value(n));
            Tensor mlp = Ops.geluTanh(projMlp.forward(n));
            return Ops.gated(x, mod[2], projOut.forward(Tensor.concat(2, Heads.join(attended), mlp)));
        });
    }
}
