package org.layerloom.network.vae;

import org.layerloom.weights.Config;
import org.layerloom.weights.WeightsException;

/// Sizes of an `AutoencoderKL`, from its `config.json`.
///
/// @param channels channels of the blocks, full size first
/// @param blockLayers residual blocks in each block of the encoder; the decoder has one more
/// @param scalingFactor latents handed to the transformer are `(z - shiftFactor) * scalingFactor`
record VaeConfig(
        int imageChannels,
        int latentChannels,
        int[] channels,
        int blockLayers,
        int groups,
        double scalingFactor,
        double shiftFactor) {
    static VaeConfig of(Config config) throws WeightsException {
        if (config.flag("use_quant_conv", true)) {
            throw new WeightsException("the file " + config.file()
                    + " is of an autoencoder with use_quant_conv, which is not supported: use one of FLUX's form");
        }
        return new VaeConfig(
                config.integer("in_channels", 3),
                config.integer("latent_channels"),
                config.integers("block_out_channels"),
                config.integer("layers_per_block"),
                config.integer("norm_num_groups", 32),
                config.number("scaling_factor"),
                config.number("shift_factor", 0));
    }

    int deepest() {
        return channels[channels.length - 1];
    }
}
