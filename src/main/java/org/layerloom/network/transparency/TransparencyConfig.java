package org.layerloom.network.transparency;

import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Sizes of the transparent decoder. The published config names none of them: they are read off the tensors'
/// shapes, and heads are 64 wide, unless the config's object `tiny` says otherwise.
///
/// @param dim width of the tokens
/// @param patch pixels a latent cell, in both directions
/// @param axes how many of a head's dimensions turn with layer, row and column
record TransparencyConfig(int dim, int latentChannels, int blocks, int heads, int patch, int[] axes) {
    /// Red, green, blue, alpha.
    static final int PLANES = 4;

    private static final int HEAD_DIM = 64;
    private static final int[] AXES = {8, 28, 28};

    static TransparencyConfig of(Config config, Weights decoder) throws WeightsException {
        Config tiny = config.object("tiny");
        int dim = (int) decoder.size("fc_in.weight", 0);
        int heads = tiny.integer("heads", dim / HEAD_DIM);
        int[] axes = tiny.integers("axes", AXES);
        int patch = (int) Math.round(Math.sqrt(decoder.size("fc_out.weight", 0) / (double) PLANES));
        TransparencyConfig sizes = new TransparencyConfig(
                dim,
                (int) decoder.size("fc_in.weight", 1),
                decoder.count("encoder.layers.encoder_layer_%d"),
                heads,
                patch,
                axes);
        int turned = 0;
        for (int axis : axes) {
            turned += axis;
        }
        if (heads == 0 || sizes.blocks == 0 || turned * heads != dim) {
            throw new WeightsException("the transparent decoder in " + decoder.source() + " has " + sizes.blocks
                    + " blocks of width " + dim + ", which do not make " + heads + " heads of " + turned);
        }
        return sizes;
    }
}
