package org.layerloom.network;

import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A linear map of the last dimension, with or without a bias.
///
/// @param weight (out, in)
/// @param bias (out), or null
public record Linear(Tensor weight, Tensor bias) {
    /// Reads `weight` and `bias`.
    public static Linear load(Weights w, long out, long in) throws WeightsException {
        return new Linear(w.get("weight", out, in), w.get("bias", out));
    }

    /// Reads `weight` only.
    public static Linear unbiased(Weights w, long out, long in) throws WeightsException {
        return new Linear(w.get("weight", out, in), null);
    }

    /// (..., in) to (..., out).
    public Tensor forward(Tensor x) {
        return Ops.linear(x, weight, bias);
    }
}
