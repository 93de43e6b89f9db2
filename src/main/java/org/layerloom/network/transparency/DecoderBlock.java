package org.layerloom.network.transparency;

import org.layerloom.network.Heads;
import org.layerloom.network.LayerNorm;
import org.layerloom.network.Linear;
import org.layerloom.network.Pieces;
import org.layerloom.network.Rope;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// One block of the transparent decoder: torchvision's ViT block, but with rotary positions on the normed input,
/// before queries and keys are made of it; values are made of the input as it was.
///
/// @param inProjWeight rows for queries, keys and values, (3 * dim, dim)
/// @param inProjBias (3 * dim)
record DecoderBlock(
        int heads,
        LayerNorm ln1,
        Tensor inProjWeight,
        Tensor inProjBias,
        Linear outProj,
        LayerNorm ln2,
        Linear mlpIn,
        Linear mlpOut) {
    private static final double EPS = 1e-6;

    static DecoderBlock load(TransparencyConfig config, Weights w) throws WeightsException {
        long dim = config.dim();
        // torchvision renamed these two when its MLP became a sequence
        boolean legacy = w.has("mlp.linear_1.weight");
        return new DecoderBlock(
                config.heads(),
                LayerNorm.load(w.at("ln_1"), dim, EPS),
                w.get("self_attention.in_proj_weight", 3 * dim, dim),
                w.get("self_attention.in_proj_bias", 3 * dim),
                Linear.load(w.at("self_attention.out_proj"), dim, dim),
                LayerNorm.load(w.at("ln_2"), dim, EPS),
                Linear.load(w.at(legacy ? "mlp.linear_1" : "mlp.0"), 4 * dim, dim),
                Linear.load(w.at(legacy ? "mlp.linear_2" : "mlp.3"), dim, 4 * dim));
    }

    /// (1, n, dim) to the same shape.
    Tensor forward(Tensor x, Rope rope) {
        return Scope.scoped(() -> {
            Tensor n = ln1.forward(x);
            Tensor turned = Heads.join(rope.forward(Heads.split(n, heads)));
            Tensor[] weights = inProjWeight.chunk(3, 0);
            Tensor[] biases = inProjBias.chunk(3, 0);
            Tensor a = Ops.attention(
                    Heads.split(Ops.linear(turned, weights[0], biases[0]), heads),
                    Heads.split(Ops.linear(turned, weights[1], biases[1]), heads),
                    Heads.split(Ops.linear(n, weights[2], biases[2]), heads));
            Tensor y = x.add(outProj.forward(Heads.join(a)));
            return y.add(Pieces.of(y.size(1), (from, to) -> feedForward(y.slice(1, from, to))));
        });
    }

    private Tensor feedForward(Tensor y) {
        return mlpOut.forward(Ops.geluExact(mlpIn.forward(ln2.forward(y))));
    }
}
