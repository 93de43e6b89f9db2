package org.layerloom.weights;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that tensors of a FLUX transformer have in the original code (many LoRA files use them), which holds as
/// one matrix what diffusers splits: query, key and value, in single blocks with the MLP's first matrix behind them.
///
/// Source: black-forest-labs/flux `model.py`, and diffusers' `convert_flux_to_diffusers.py`. The last modulation is
/// left out: diffusers has its two halves in the other order.
final class FluxNames {
    private static final Pattern BLOCK =
            Pattern.compile("(single_)?transformer_blocks\\.(\\d+)\\.(.+)\\.(weight|bias)");

    /// What a tensor is of the original's: the whole, or the part of that number.
    record Original(String name, int part) {}

    private static final Map<String, Original> DOUBLE = Map.ofEntries(
            Map.entry("attn.to_q", new Original("img_attn.qkv", 0)),
            Map.entry("attn.to_k", new Original("img_attn.qkv", 1)),
            Map.entry("attn.to_v", new Original("img_attn.qkv", 2)),
            Map.entry("attn.add_q_proj", new Original("txt_attn.qkv", 0)),
            Map.entry("attn.add_k_proj", new Original("txt_attn.qkv", 1)),
            Map.entry("attn.add_v_proj", new Original("txt_attn.qkv", 2)),
            Map.entry("attn.to_out.0", new Original("img_attn.proj", 0)),
            Map.entry("attn.to_add_out", new Original("txt_attn.proj", 0)),
            Map.entry("ff.net.0.proj", new Original("img_mlp.0", 0)),
            Map.entry("ff.net.2", new Original("img_mlp.2", 0)),
            Map.entry("ff_context.net.0.proj", new Original("txt_mlp.0", 0)),
            Map.entry("ff_context.net.2", new Original("txt_mlp.2", 0)),
            Map.entry("norm1.linear", new Original("img_mod.lin", 0)),
            Map.entry("norm1_context.linear", new Original("txt_mod.lin", 0)));
    private static final Map<String, Original> SINGLE = Map.of(
            "attn.to_q", new Original("linear1", 0),
            "attn.to_k", new Original("linear1", 1),
            "attn.to_v", new Original("linear1", 2),
            "proj_mlp", new Original("linear1", 3),
            "proj_out", new Original("linear2", 0),
            "norm.linear", new Original("modulation.lin", 0));
    private static final List<String[]> OUTER = List.of(
            new String[] {"x_embedder.", "img_in."},
            new String[] {"context_embedder.", "txt_in."},
            new String[] {"time_text_embed.timestep_embedder.linear_1.", "time_in.in_layer."},
            new String[] {"time_text_embed.timestep_embedder.linear_2.", "time_in.out_layer."},
            new String[] {"time_text_embed.guidance_embedder.linear_1.", "guidance_in.in_layer."},
            new String[] {"time_text_embed.guidance_embedder.linear_2.", "guidance_in.out_layer."},
            new String[] {"time_text_embed.text_embedder.linear_1.", "vector_in.in_layer."},
            new String[] {"time_text_embed.text_embedder.linear_2.", "vector_in.out_layer."},
            new String[] {"proj_out.", "final_layer.linear."});

    private FluxNames() {}

    /// The original's tensor that diffusers' is, or is part of; null where it has none.
    static Original toOriginal(String diffusers) {
        Matcher block = BLOCK.matcher(diffusers);
        if (block.matches()) {
            boolean single = block.group(1) != null;
            Original inner = (single ? SINGLE : DOUBLE).get(block.group(3));
            String start = (single ? "single_blocks." : "double_blocks.") + block.group(2) + ".";
            return inner == null ? null : new Original(start + inner.name + "." + block.group(4), inner.part);
        }
        for (String[] outer : OUTER) {
            if (diffusers.startsWith(outer[0])) {
                return new Original(outer[1] + diffusers.substring(outer[0].length()), 0);
            }
        }
        return null;
    }
}
