package org.layerloom.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that OpenCLIP gives the tensors of its text encoder, and those of transformers, which splits what
/// OpenCLIP holds as one and turns its projection.
final class OpenClipNames {
    private static final Pattern LAYER = Pattern.compile("transformer\\.resblocks\\.(\\d+)\\.(.+)");
    private static final List<String> SPLIT = List.of("q", "k", "v");
    private static final Map<String, String> OUTER = Map.of(
            "positional_embedding", "text_model.embeddings.position_embedding.weight",
            "token_embedding.weight", "text_model.embeddings.token_embedding.weight",
            "ln_final.weight", "text_model.final_layer_norm.weight",
            "ln_final.bias", "text_model.final_layer_norm.bias");
    private static final Map<String, String> INNER = Map.of(
            "ln_1.", "layer_norm1.",
            "ln_2.", "layer_norm2.",
            "attn.out_proj.", "self_attn.out_proj.",
            "mlp.c_fc.", "mlp.fc1.",
            "mlp.c_proj.", "mlp.fc2.");

    private OpenClipNames() {}

    /// What one tensor becomes: none where transformers has no use for it, three where it is split.
    static List<TensorEntry> toTransformers(TensorEntry entry) {
        String name = entry.name();
        if (OUTER.containsKey(name)) {
            return List.of(entry.named(OUTER.get(name)));
        }
        if (name.equals("text_projection")) {
            return List.of(entry.transpose().named("text_projection.weight"));
        }
        Matcher layer = LAYER.matcher(name);
        return layer.matches() ? layer(entry, layer.group(1), layer.group(2)) : List.of();
    }

    private static List<TensorEntry> layer(TensorEntry entry, String number, String rest) {
        String start = "text_model.encoder.layers." + number + ".";
        if (rest.startsWith("attn.in_proj_")) {
            String end = "_proj." + rest.substring("attn.in_proj_".length());
            List<TensorEntry> parts = new ArrayList<>();
            for (int i = 0; i < SPLIT.size(); i++) {
                parts.add(entry.part(i, SPLIT.size()).named(start + "self_attn." + SPLIT.get(i) + end));
            }
            return parts;
        }
        return INNER.entrySet().stream()
                .filter(pair -> rest.startsWith(pair.getKey()))
                .map(pair -> entry.named(
                        start + pair.getValue() + rest.substring(pair.getKey().length())))
                .toList();
    }
}
