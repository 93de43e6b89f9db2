package org.layerloom.network;

import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Group normalisation of the channels of a picture with learned scale and offset.
///
/// @param weight (channels)
/// @param bias (channels)
public record GroupNorm(int groups, Tensor weight, Tensor bias, double eps) {
    public static GroupNorm load(Weights w, int groups, long channels, double eps) throws WeightsException {
        if (channels % groups != 0) {
            throw new WeightsException(
                    channels + " channels in " + w.source() + " do not make " + groups + " equal groups");
        }
        return new GroupNorm(groups, w.get("weight", channels), w.get("bias", channels), eps);
    }

    /// (b, channels, h, w) to the same shape.
    public Tensor forward(Tensor x) {
        return Ops.groupNorm(x, groups, weight, bias, eps);
    }
}
