package org.layerloom.network;

import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Layer normalisation of the last dimension with learned scale and offset.
///
/// @param weight (dim)
/// @param bias (dim)
public record LayerNorm(Tensor weight, Tensor bias, double eps) {
    public static LayerNorm load(Weights w, long dim, double eps) throws WeightsException {
        return new LayerNorm(w.get("weight", dim), w.get("bias", dim), eps);
    }

    /// (..., dim) to the same shape.
    public Tensor forward(Tensor x) {
        return Ops.layerNorm(x, weight, bias, eps);
    }
}
