package org.layerloom.network;

import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Matrix;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A linear map of the last dimension, with or without a bias.
///
/// @param weight (out, in); where memory counts more than time of fewer bits than are computed with: it is then widened
///     at each use
/// @param scale  (out, 1) what a row of int8 is multiplied by, or null
/// @param bias   (out), or null
public record Linear(Tensor weight, Tensor scale, Tensor bias) {
    /// Of a weight in the type that is computed in.
    public Linear(Tensor weight, Tensor bias) {
        this(weight, null, bias);
    }

    /// Reads `weight` and `bias`.
    public static Linear load(Weights w, long out, long in) throws WeightsException {
        Matrix matrix = w.matrix("weight", out, in);
        return new Linear(matrix.values(), matrix.scale(), w.get("bias", out));
    }

    /// Reads `weight` only.
    public static Linear unbiased(Weights w, long out, long in) throws WeightsException {
        Matrix matrix = w.matrix("weight", out, in);
        return new Linear(matrix.values(), matrix.scale(), null);
    }

    /// (..., in) to (..., out).
    public Tensor forward(Tensor x) {
        if (scale == null && weight.dtype() == x.dtype()) {
            return Ops.linear(x, weight, bias);
        }
        try (Tensor wide = Ops.widened(weight, scale, x)) {
            return Ops.linear(x, wide, bias);
        }
    }
}
