package org.layerloom.network.autoencoder;

import org.layerloom.weights.Config;
import org.layerloom.weights.WeightsException;

/// Sizes of our own autoencoder, from its `config.json`.
///
/// @param channels of the latents
/// @param patch pixels a latent cell, in both directions
/// @param widths channels at 1/4, 1/8 and 1/16 of the pixels
/// @param blocks residual blocks there
/// @param refine channels at full size
record AutoencoderConfig(int channels, int patch, int[] widths, int[] blocks, int refine) {
    /// Red, green, blue on grey, alpha.
    static final int PLANES = 4;

    private static final int SCALES = 3;

    static AutoencoderConfig of(Config config) throws WeightsException {
        AutoencoderConfig sizes = new AutoencoderConfig(
                config.integer("latent_channels"),
                config.integer("patch"),
                config.integers("widths"),
                config.integers("blocks"),
                config.integer("refine"));
        if (sizes.widths.length != SCALES || sizes.blocks.length != SCALES) {
            throw new WeightsException(
                    "the file " + config.file() + " is broken: widths and blocks need three numbers");
        }
        if (sizes.patch % 4 != 0) {
            throw new WeightsException(
                    "the file " + config.file() + " is broken: patch is " + sizes.patch + ", not a multiple of 4");
        }
        return sizes;
    }
}
