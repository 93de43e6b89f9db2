package org.layerloom.network.vae;

import org.layerloom.network.Conv2d;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Doubles width and height: every pixel twice, then a convolution.
public record Upsample(Conv2d conv) implements Stage {
    public static Upsample load(Weights w, int channels) throws WeightsException {
        return new Upsample(Conv2d.same(w.at("conv"), channels, channels));
    }

    @Override
    public Tensor forward(Tensor x) {
        return conv.forward(Ops.upsampleNearest2x(x));
    }
}
