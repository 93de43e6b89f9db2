package org.layerloom.network.vae;

import org.layerloom.network.GroupNorm;
import org.layerloom.network.Heads;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Self-attention of all pixels, after a norm, added back to the input.
public record AttentionBlock(int heads, GroupNorm groupNorm, Linear toQ, Linear toK, Linear toV, Linear toOut)
        implements Stage {
    public static AttentionBlock load(Weights w, int groups, int channels, int heads, double eps)
            throws WeightsException {
        // the published SD1.5 checkpoints still have diffusers' first names
        boolean old = w.has("query.weight");
        return new AttentionBlock(
                heads,
                GroupNorm.load(w.at("group_norm"), groups, channels, eps),
                Linear.load(w.at(old ? "query" : "to_q"), channels, channels),
                Linear.load(w.at(old ? "key" : "to_k"), channels, channels),
                Linear.load(w.at(old ? "value" : "to_v"), channels, channels),
                Linear.load(w.at(old ? "proj_attn" : "to_out.0"), channels, channels));
    }

    @Override
    public Tensor forward(Tensor x) {
        Tensor n = groupNorm
                .forward(x)
                .reshape(x.size(0), x.size(1), x.size(2) * x.size(3))
                .transpose(0, 2, 1); // (b, h w, c)
        Tensor a = Ops.attention(
                Heads.split(toQ.forward(n), heads),
                Heads.split(toK.forward(n), heads),
                Heads.split(toV.forward(n), heads));
        return x.add(toOut.forward(Heads.join(a)).transpose(0, 2, 1).reshape(x.shape()));
    }
}
