package org.layerloom.network.autoencoder;

import org.layerloom.network.Conv2d;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A 3 x 3 convolution that keeps the size and sees the picture mirrored beyond its edges.
record ReflectConv(Conv2d conv) {
    static ReflectConv load(Weights w, long out, long in) throws WeightsException {
        return new ReflectConv(Conv2d.load(w, out, in, 3, 1, 0));
    }

    /// (b, in, h, w) to (b, out, h, w).
    Tensor forward(Tensor x) {
        return conv.forward(Ops.pad(x, Ops.PadMode.REFLECT, 1, 1, 1, 1));
    }
}
