package org.layerloom.network.unet;

import org.layerloom.network.Conv2d;
import org.layerloom.network.Sinusoid;
import org.layerloom.network.TimestepEmbedding;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// What stands before the blocks of a UNet and of a ControlNet: the first convolution and the embedding of time and
/// sizes.
///
/// @param addEmbedding null where the network takes no sizes
record Trunk(UnetConfig config, Conv2d convIn, TimestepEmbedding timeEmbedding, TimestepEmbedding addEmbedding) {
    /// The weights say how many channels the first convolution takes: latents, and pictures given as conditions.
    static Trunk load(Weights w, UnetConfig c) throws WeightsException {
        int first = c.channels()[0];
        return new Trunk(
                c,
                Conv2d.same(w.at("conv_in"), first, w.size("conv_in.weight", 1)),
                TimestepEmbedding.load(w.at("time_embedding"), first, c.timeDim()),
                c.takesSizes() ? TimestepEmbedding.load(w.at("add_embedding"), c.additionalDim(), c.timeDim()) : null);
    }

    int inChannels() {
        return Math.toIntExact(convIn.weight().size(1));
    }

    /// The first convolution's output, (b, channels, h, w).
    ///
    /// @throws IllegalArgumentException if the latents do not fit the network
    Tensor enter(Tensor sample) {
        int multiple = config.multiple();
        if (sample.size(1) != inChannels() || sample.size(2) % multiple != 0 || sample.size(3) % multiple != 0) {
            throw new IllegalArgumentException(
                    "latents of %d channels and %d x %d cells do not fit a network of %d channels and multiples of %d"
                            .formatted(sample.size(1), sample.size(3), sample.size(2), inChannels(), multiple));
        }
        return convIn.forward(sample);
    }

    /// The vector that steers all blocks, (1 or b, time dim).
    Tensor embed(double timestep, UnetContext context) {
        return Scope.scoped(() -> {
            Device device = context.states().device();
            Tensor time = timeEmbedding.forward(
                    waves(device.tensor(new float[] {(float) timestep}, 1), config.channels()[0]));
            return addEmbedding == null ? time : time.add(sizes(context));
        });
    }

    /// The part of pooled prompt and sizes, (b, time dim).
    Tensor sizes(UnetContext context) {
        return Scope.scoped(() -> {
            Tensor ids = context.timeIds();
            Tensor embedded = waves(ids.reshape(-1), config.additionalTimeDim()).reshape(ids.size(0), -1);
            return addEmbedding.forward(Tensor.concat(1, context.pooled().to(embedded.dtype()), embedded));
        });
    }

    private Tensor waves(Tensor values, int dim) {
        return Sinusoid.of(values, dim).to(convIn.weight().dtype());
    }

    /// As the blocks take it.
    static Tensor activate(Tensor embedding) {
        return Ops.silu(embedding);
    }
}
