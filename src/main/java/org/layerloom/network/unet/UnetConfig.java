package org.layerloom.network.unet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.layerloom.weights.Config;
import org.layerloom.weights.WeightsException;

/// Sizes of a UNet of Stable Diffusion (1.5, XL) or of its ControlNet, from diffusers' `config.json`.
///
/// @param outChannels          of the prediction, those of the latents
/// @param channels             of the blocks, full size first
/// @param blockLayers          residual blocks in each block of the way down; the way up has one more
/// @param down                 for each block, whether it has attention, full size first
/// @param heads                number of heads in each block (the config's `attention_head_dim` means that)
/// @param transformerBlocks    transformer blocks in each attention of a block
/// @param crossDim             width of the prompt's states
/// @param groups               of the group norms
/// @param eps                  of the group norms but those before a transformer
/// @param linearProjection     whether a transformer's projections are linear maps (XL) or 1 x 1 convolutions
/// @param additionalTimeDim    width in which each of the sizes is embedded; 0 where the network takes none
/// @param additionalDim        width of pooled prompt and embedded sizes together; 0 where it takes none
public record UnetConfig(
        int outChannels,
        int[] channels,
        int blockLayers,
        boolean[] down,
        int[] heads,
        int[] transformerBlocks,
        int crossDim,
        int groups,
        double eps,
        boolean linearProjection,
        int additionalTimeDim,
        int additionalDim) {
    private static final String ATTENTION = "CrossAttnDownBlock2D";
    private static final List<String> DOWN_BLOCKS = List.of("DownBlock2D", ATTENTION);
    /// What other networks of this class set and this one does not know: each must be absent, null or false.
    private static final List<String> UNKNOWN = List.of(
            "class_embed_type",
            "num_class_embeds",
            "encoder_hid_dim",
            "time_cond_proj_dim",
            "only_cross_attention",
            "dual_cross_attention",
            "center_input_sample",
            "resnet_skip_time_act",
            "reverse_transformer_layers_per_block",
            "global_pool_conditions");

    /// @throws WeightsException if a value is missing or of a network of another form
    public static UnetConfig of(Config config) throws WeightsException {
        requireKnownForm(config);
        int[] channels = config.integers("block_out_channels");
        List<String> types = config.texts("down_block_types");
        boolean[] down = new boolean[channels.length];
        for (int i = 0; i < down.length; i++) {
            if (types.size() != channels.length || !DOWN_BLOCKS.contains(types.get(i))) {
                throw unsupported(config, "down_block_types");
            }
            down[i] = types.get(i).equals(ATTENTION);
        }
        boolean additional = config.has("addition_embed_type");
        String heads = config.has("num_attention_heads") ? "num_attention_heads" : "attention_head_dim";
        return new UnetConfig(
                count(config, "out_channels", 4),
                channels,
                count(config, "layers_per_block", 2),
                down,
                each(config, heads, 8, channels.length),
                each(config, "transformer_layers_per_block", 1, channels.length),
                config.integer("cross_attention_dim"),
                count(config, "norm_num_groups", 32),
                config.number("norm_eps", 1e-5),
                config.flag("use_linear_projection", false),
                additional ? config.integer("addition_time_embed_dim") : 0,
                additional ? config.integer("projection_class_embeddings_input_dim") : 0);
    }

    private static void requireKnownForm(Config config) throws WeightsException {
        for (String key : UNKNOWN) {
            if (config.has(key) && !config.node().get(key).asText().equals("false")) {
                throw unsupported(config, key);
            }
        }
        requireText(config, "act_fn", "silu");
        requireText(config, "resnet_time_scale_shift", "default");
        requireText(config, "time_embedding_type", "positional");
        requireText(config, "addition_embed_type", "text_time");
        requireText(config, "mid_block_type", "UNetMidBlock2DCrossAttn");
        requireText(config, "controlnet_conditioning_channel_order", "rgb");
        if (!config.flag("flip_sin_to_cos", true)) {
            throw unsupported(config, "flip_sin_to_cos");
        }
        if (config.integer("freq_shift", 0) != 0) {
            throw unsupported(config, "freq_shift");
        }
        if (config.number("mid_block_scale_factor", 1) != 1) {
            throw unsupported(config, "mid_block_scale_factor");
        }
    }

    private static void requireText(Config config, String key, String only) throws WeightsException {
        if (!config.text(key, only).equals(only)) {
            throw unsupported(config, key);
        }
    }

    private static WeightsException unsupported(Config config, String key) {
        return new WeightsException("the file " + config.file() + " is of a network with " + key + " = "
                + config.node().path(key)
                + ", which is not supported: use a model of the form of Stable Diffusion 1.5 or XL");
    }

    /// At least 1.
    private static int count(Config config, String key, int absent) throws WeightsException {
        return config.has(key) ? config.integer(key) : absent;
    }

    /// One number for each block; the file may hold one for all.
    private static int[] each(Config config, String key, int absent, int blocks) throws WeightsException {
        JsonNode value = config.node().path(key);
        if (!value.isArray()) {
            int[] same = new int[blocks];
            Arrays.fill(same, count(config, key, absent));
            return same;
        }
        int[] numbers = config.integers(key);
        if (numbers.length != blocks || Arrays.stream(numbers).anyMatch(number -> number < 1)) {
            throw unsupported(config, key);
        }
        return numbers;
    }

    int blocks() {
        return channels.length;
    }

    int deepest() {
        return channels[channels.length - 1];
    }

    /// Width of the vector that steers all blocks.
    int timeDim() {
        return 4 * channels[0];
    }

    /// Whether the network takes the pooled prompt and sizes (XL).
    public boolean takesSizes() {
        return additionalDim > 0;
    }

    /// Latent cells must be a multiple of this in both directions.
    public int multiple() {
        return 1 << (channels.length - 1);
    }
}
