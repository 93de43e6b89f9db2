package org.layerloom.network.flux;

import java.util.Arrays;
import java.util.List;
import org.layerloom.weights.Config;
import org.layerloom.weights.WeightsException;

/// The numbers of a transformer, from its `config.json`: FLUX's keys, and those that our own model adds (absent =
/// ART).
///
/// @param doubleBlocks   blocks that keep text and image apart but for the attention
/// @param singleBlocks   blocks over the joint sequence
/// @param heads          attention heads
/// @param headDim        width of a head
/// @param inChannels     width of an image token
/// @param textDim        width of a text token
/// @param pooledDim      width of the pooled text vector
/// @param guidanceEmbeds whether the guidance value is an input
/// @param axes           how many of a head's dimensions turn with layer, row and column
/// @param maxLayers      how many layers have a learned embedding
/// @param ropeTheta      base of the rotary angles
/// @param tokenStride    canvas px a token; a latent is half of it
/// @param predictsSample whether the output is the clean sample instead of the velocity
/// @param boxFeatures    width of the place-in-box features, 0 = none
/// @param regionDim      width of a box's own prompt vector, 0 = none
/// @param knownEmbedding whether given layers are marked and given clean
/// @param textLinks      whether a phrase's tokens take their box's layer on the rotary layer axis
/// @param nullTextZeros  whether the unconditional pass is one token of zeros instead of an encoded empty prompt
public record FluxConfig(
        int doubleBlocks,
        int singleBlocks,
        int heads,
        int headDim,
        int inChannels,
        int textDim,
        int pooledDim,
        boolean guidanceEmbeds,
        int[] axes,
        int maxLayers,
        double ropeTheta,
        int tokenStride,
        boolean predictsSample,
        int boxFeatures,
        int regionDim,
        boolean knownEmbedding,
        boolean textLinks,
        boolean nullTextZeros) {
    /// FLUX's own config does not name them.
    private static final int[] FLUX_AXES = {16, 56, 56};
    /// Latents a token side.
    public static final int PATCH = 2;

    public static FluxConfig read(Config c) throws WeightsException {
        FluxConfig config = new FluxConfig(
                c.integer("num_layers", 0),
                c.integer("num_single_layers", 0),
                c.integer("num_attention_heads"),
                c.integer("attention_head_dim"),
                c.integer("in_channels"),
                c.integer("joint_attention_dim"),
                c.integer("pooled_projection_dim"),
                c.flag("guidance_embeds", false),
                c.integers("axes_dims_rope", FLUX_AXES),
                c.integer("max_layer_num"),
                c.number("rope_theta", 10_000),
                c.integer("token_stride", 16),
                choice(c, "prediction_type", "velocity", "sample"),
                c.integer("box_features", 0),
                c.integer("region_prompt_dim", 0),
                c.flag("known_embedding", false),
                c.flag("text_links", false),
                choice(c, "null_text", "encode", "zeros"));
        config.check(c);
        return config;
    }

    private static boolean choice(Config c, String key, String first, String second) throws WeightsException {
        String value = c.text(key, first);
        if (!List.of(first, second).contains(value)) {
            throw new WeightsException("the file " + c.file() + " is broken: " + key + " is \"" + value
                    + "\", but must be " + first + " or " + second);
        }
        return value.equals(second);
    }

    private void check(Config c) throws WeightsException {
        boolean oddAxis = Arrays.stream(axes).anyMatch(axis -> axis % 2 != 0);
        if (axes.length != 3 || oddAxis || Arrays.stream(axes).sum() != headDim) {
            throw new WeightsException("the file " + c.file() + " is broken: axes_dims_rope is " + Arrays.toString(axes)
                    + ", but must be three even numbers that add up to attention_head_dim " + headDim);
        }
        if (inChannels % (PATCH * PATCH) != 0 || tokenStride % PATCH != 0) {
            throw new WeightsException("the file " + c.file() + " is broken: in_channels " + inChannels
                    + " must divide by 4 and token_stride " + tokenStride + " by 2");
        }
        if (boxFeatures != 0 && boxFeatures != TokenLayout.FEATURES) {
            throw new WeightsException("the file " + c.file() + " is broken: box_features is " + boxFeatures
                    + ", but must be 0 or " + TokenLayout.FEATURES);
        }
    }

    /// Width of a token inside the network.
    public int dim() {
        return heads * headDim;
    }

    /// Channels of a latent pixel.
    public int latentChannels() {
        return inChannels / (PATCH * PATCH);
    }

    /// Canvas px a latent pixel.
    public int latentStride() {
        return tokenStride / PATCH;
    }
}
