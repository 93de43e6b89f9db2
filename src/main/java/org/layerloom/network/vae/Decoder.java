package org.layerloom.network.vae;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.network.Conv2d;
import org.layerloom.network.GroupNorm;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The decoding half: latents to pictures.
record Decoder(Conv2d convIn, List<Stage> midBlock, List<Stage> upBlocks, GroupNorm convNormOut, Conv2d convOut) {
    static Decoder load(VaeConfig config, Weights w) throws WeightsException {
        int first = config.channels()[0];
        return new Decoder(
                Conv2d.same(w.at("conv_in"), config.deepest(), config.latentChannels()),
                Encoder.midBlock(config, w.at("mid_block")),
                upBlocks(config, w),
                GroupNorm.load(w.at("conv_norm_out"), config.groups(), first, AutoencoderKl.EPS),
                Conv2d.same(w.at("conv_out"), config.imageChannels(), first));
    }

    private static List<Stage> upBlocks(VaeConfig config, Weights w) throws WeightsException {
        List<Stage> stages = new ArrayList<>();
        int blocks = config.channels().length;
        int in = config.deepest();
        for (int i = 0; i < blocks; i++) {
            Weights block = w.at("up_blocks." + i);
            int out = config.channels()[blocks - 1 - i];
            for (int j = 0; j <= config.blockLayers(); j++) {
                stages.add(ResnetBlock.load(block.at("resnets." + j), config.groups(), in, out, AutoencoderKl.EPS));
                in = out;
            }
            if (i < blocks - 1) {
                stages.add(Upsample.load(block.at("upsamplers.0"), out));
            }
        }
        return stages;
    }

    /// (b, latent channels, h/8, w/8) to (b, 3, h, w).
    Tensor forward(Tensor z) {
        return Scope.scoped(() -> {
            Tensor y = Scope.scoped(() -> Stage.run(upBlocks, middle(convIn.forward(z))));
            return convOut.forward(Ops.silu(convNormOut.forward(y)));
        });
    }

    /// What the middle block makes of the first convolution's output, both (b, deepest channels, h/8, w/8).
    Tensor middle(Tensor x) {
        return Stage.run(midBlock, x);
    }
}
