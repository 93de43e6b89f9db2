package org.layerloom.network.vae;

import org.layerloom.weights.Config;
import org.layerloom.weights.WeightsException;

/// Sizes of an `AutoencoderKL`, from its `config.json`.
///
/// @param channels channels of the blocks, full size first
/// @param blockLayers residual blocks in each block of the encoder; the decoder has one more
/// @param quantConv     whether a 1 x 1 convolution follows the encoder (Stable Diffusion's; FLUX's has none)
/// @param postQuantConv whether one goes before the decoder
/// @param scalingFactor latents handed to the transformer are `(z - shiftFactor) * scalingFactor`
record VaeConfig(
        int imageChannels,
        int latentChannels,
        int[] channels,
        int blockLayers,
        int groups,
        boolean quantConv,
        boolean postQuantConv,
        double scalingFactor,
        double shiftFactor) {
    /// Stable Diffusion 1.5's, whose older configs do not name it.
    private static final double SCALING_FACTOR = 0.18215;

    static VaeConfig of(Config config) throws WeightsException {
        return new VaeConfig(
                config.integer("in_channels", 3),
                config.integer("latent_channels"),
                config.integers("block_out_channels"),
                config.integer("layers_per_block"),
                config.integer("norm_num_groups", 32),
                config.flag("use_quant_conv", true),
                config.flag("use_post_quant_conv", true),
                config.number("scaling_factor", SCALING_FACTOR),
                config.number("shift_factor", 0));
    }

    int deepest() {
        return channels[channels.length - 1];
    }
}
