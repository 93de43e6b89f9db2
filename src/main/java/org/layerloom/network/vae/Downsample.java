package org.layerloom.network.vae;

import org.layerloom.network.Conv2d;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Halves width and height; zeros are put at the right and bottom edge only.
public record Downsample(Conv2d conv) implements Stage {
    static Downsample load(Weights w, int channels) throws WeightsException {
        return new Downsample(Conv2d.load(w.at("conv"), channels, channels, 3, 2, 0));
    }

    @Override
    public Tensor forward(Tensor x) {
        return conv.forward(Ops.pad(x, Ops.PadMode.ZEROS, 0, 1, 0, 1));
    }
}
