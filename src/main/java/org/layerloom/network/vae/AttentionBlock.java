package org.layerloom.network.vae;

import org.layerloom.network.GroupNorm;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Self-attention of all pixels with one head, after a norm, added back to the input.
record AttentionBlock(GroupNorm groupNorm, Linear toQ, Linear toK, Linear toV, Linear toOut) implements Stage {
    static AttentionBlock load(Weights w, int groups, int channels) throws WeightsException {
        // the published SD1.5 checkpoints still have diffusers' first names
        boolean old = w.has("query.weight");
        return new AttentionBlock(
                GroupNorm.load(w.at("group_norm"), groups, channels, AutoencoderKl.EPS),
                Linear.load(w.at(old ? "query" : "to_q"), channels, channels),
                Linear.load(w.at(old ? "key" : "to_k"), channels, channels),
                Linear.load(w.at(old ? "value" : "to_v"), channels, channels),
                Linear.load(w.at(old ? "proj_attn" : "to_out.0"), channels, channels));
    }

    @Override
    public Tensor forward(Tensor x) {
        long channels = x.size(1);
        Tensor n = groupNorm
                .forward(x)
                .reshape(x.size(0), 1, channels, x.size(2) * x.size(3))
                .transpose(0, 1, 3, 2); // (b, one head, h w, c)
        Tensor a = toOut.forward(Ops.attention(toQ.forward(n), toK.forward(n), toV.forward(n)));
        return x.add(a.transpose(0, 1, 3, 2).reshape(x.shape()));
    }
}
