package org.layerloom.network;

import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A convolution with a bias; its square kernel's size is that of the weight, zeros stand beyond the edge.
///
/// @param weight (out, in, k, k)
/// @param bias (out)
public record Conv2d(Tensor weight, Tensor bias, int stride, int padding) {
    public static Conv2d load(Weights w, long out, long in, int kernel, int stride, int padding)
            throws WeightsException {
        return new Conv2d(w.get("weight", out, in, kernel, kernel), w.get("bias", out), stride, padding);
    }

    /// A 3 x 3 convolution that keeps the size.
    public static Conv2d same(Weights w, long out, long in) throws WeightsException {
        return load(w, out, in, 3, 1, 1);
    }

    /// A 1 x 1 convolution.
    public static Conv2d pointwise(Weights w, long out, long in) throws WeightsException {
        return load(w, out, in, 1, 1, 0);
    }

    /// (b, in, h, w) to (b, out, (h + 2 padding - k) / stride + 1, likewise).
    public Tensor forward(Tensor x) {
        return Ops.conv2d(x, weight, bias, stride, padding);
    }
}
