package org.layerloom.network.unet;

import org.layerloom.network.Heads;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Attention of tokens to themselves or to the prompt. Its parts are open: who shares or blends attention calls
/// them one by one.
public record Attention(Linear toQ, Linear toK, Linear toV, Linear toOut, int heads) {
    /// @param context width of what is attended to
    static Attention load(Weights w, int dim, int context, int heads) throws WeightsException {
        if (dim % heads != 0) {
            throw new WeightsException(dim + " channels in " + w.source() + " do not make " + heads + " equal heads");
        }
        return new Attention(
                Linear.unbiased(w.at("to_q"), dim, dim),
                Linear.unbiased(w.at("to_k"), dim, context),
                Linear.unbiased(w.at("to_v"), dim, context),
                Linear.load(w.at("to_out.0"), dim, dim),
                heads);
    }

    /// Hidden states (b, n, dim) attend to the context (b, m, context dim): (b, n, dim).
    public Tensor forward(Tensor hidden, Tensor context) {
        return toOut.forward(Heads.join(Ops.attention(queries(hidden), keys(context), values(context))));
    }

    /// As [#forward(Tensor, Tensor)], with a bias (..., n or 1, m) added to the scores.
    public Tensor forward(Tensor hidden, Tensor context, Tensor bias) {
        Tensor q = queries(hidden);
        return toOut.forward(Heads.join(Ops.attention(q, keys(context), values(context), bias, scale(q))));
    }

    /// (b, n, dim) to (b, heads, n, d).
    public Tensor queries(Tensor hidden) {
        return Heads.split(toQ.forward(hidden), heads);
    }

    /// (b, m, context dim) to (b, heads, m, d).
    public Tensor keys(Tensor context) {
        return Heads.split(toK.forward(context), heads);
    }

    private Tensor values(Tensor context) {
        return Heads.split(toV.forward(context), heads);
    }

    private static double scale(Tensor q) {
        return 1 / Math.sqrt(q.size(-1));
    }
}
