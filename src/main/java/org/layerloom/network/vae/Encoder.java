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

/// The encoding half: pictures to mean and log variance of their latents.
record Encoder(Conv2d convIn, List<Stage> downBlocks, List<Stage> midBlock, GroupNorm convNormOut, Conv2d convOut) {
    static Encoder load(VaeConfig config, Weights w) throws WeightsException {
        int deepest = config.deepest();
        return new Encoder(
                Conv2d.same(w.at("conv_in"), config.channels()[0], config.imageChannels()),
                downBlocks(config, w),
                midBlock(config, w.at("mid_block")),
                GroupNorm.load(w.at("conv_norm_out"), config.groups(), deepest, AutoencoderKl.EPS),
                Conv2d.same(w.at("conv_out"), 2L * config.latentChannels(), deepest));
    }

    private static List<Stage> downBlocks(VaeConfig config, Weights w) throws WeightsException {
        List<Stage> stages = new ArrayList<>();
        int[] channels = config.channels();
        int in = channels[0];
        for (int i = 0; i < channels.length; i++) {
            Weights block = w.at("down_blocks." + i);
            for (int j = 0; j < config.blockLayers(); j++) {
                stages.add(ResnetBlock.load(
                        block.at("resnets." + j), config.groups(), in, channels[i], AutoencoderKl.EPS));
                in = channels[i];
            }
            if (i < channels.length - 1) {
                stages.add(Downsample.load(block.at("downsamplers.0"), in));
            }
        }
        return stages;
    }

    /// The middle, of the same form in both halves.
    static List<Stage> midBlock(VaeConfig config, Weights w) throws WeightsException {
        int channels = config.deepest();
        return List.of(
                ResnetBlock.load(w.at("resnets.0"), config.groups(), channels, channels, AutoencoderKl.EPS),
                AttentionBlock.load(w.at("attentions.0"), config.groups(), channels, 1, AutoencoderKl.EPS),
                ResnetBlock.load(w.at("resnets.1"), config.groups(), channels, channels, AutoencoderKl.EPS));
    }

    /// (b, 3, h, w) to mean and log variance, one after the other: (b, 2 * latent channels, h/8, w/8).
    Tensor forward(Tensor image) {
        return Scope.scoped(() -> convOut.forward(Ops.silu(convNormOut.forward(middle(image)))));
    }

    /// What the middle block gives: (b, deepest channels, h/8, w/8).
    Tensor middle(Tensor image) {
        return Scope.scoped(() -> Stage.run(midBlock, Stage.run(downBlocks, convIn.forward(image))));
    }
}
