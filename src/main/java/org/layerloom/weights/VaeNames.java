package org.layerloom.weights;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that tensors of the autoencoder have had, and those that diffusers uses now.
final class VaeNames {
    private static final Pattern BLOCK =
            Pattern.compile("(encoder\\.down|decoder\\.up)\\.(\\d+)\\.(block|downsample|upsample)\\.(.+)");
    private static final Pattern MIDDLE = Pattern.compile("(encoder|decoder)\\.mid\\.(block_1|block_2|attn_1)\\.(.+)");
    private static final Map<String, String> ATTENTION = Map.of(
            "norm.", "group_norm.",
            "q.", "to_q.",
            "k.", "to_k.",
            "v.", "to_v.",
            "proj_out.", "to_out.0.");
    private static final Map<String, String> OLD_ATTENTION = Map.of(
            ".query.", ".to_q.",
            ".key.", ".to_k.",
            ".value.", ".to_v.",
            ".proj_attn.", ".to_out.0.");

    private VaeNames() {}

    /// A tensor of diffusers' layout, whose attention had other names before 2023.
    static TensorEntry current(TensorEntry entry) {
        for (Map.Entry<String, String> old : OLD_ATTENTION.entrySet()) {
            if (entry.name().contains(old.getKey())) {
                return entry.named(entry.name().replace(old.getKey(), old.getValue()))
                        .asMatrix();
            }
        }
        return entry;
    }

    /// A tensor of the original code under diffusers' name; attention was made of 1 x 1 convolutions there.
    ///
    /// @param levels resolutions: the original counts those of the decoder from the other end
    static TensorEntry ofLdm(TensorEntry entry, int levels) {
        String name = entry.name();
        Matcher middle = MIDDLE.matcher(name);
        if (middle.matches()) {
            String start = middle.group(1) + ".mid_block.";
            String rest = middle.group(3);
            return switch (middle.group(2)) {
                case "block_1" -> entry.named(start + "resnets.0." + rest);
                case "block_2" -> entry.named(start + "resnets.1." + rest);
                default ->
                    entry.named(start + "attentions.0." + attention(rest)).asMatrix();
            };
        }
        Matcher block = BLOCK.matcher(name);
        if (block.matches()) {
            return entry.named(block(block, levels));
        }
        return entry.named(name.replace(".norm_out.", ".conv_norm_out."));
    }

    private static String block(Matcher block, int levels) {
        int level = Integer.parseInt(block.group(2));
        String start = block.group(1).equals("encoder.down")
                ? "encoder.down_blocks." + level + "."
                : "decoder.up_blocks." + (levels - 1 - level) + ".";
        String rest = block.group(4);
        return switch (block.group(3)) {
            case "block" -> start + "resnets." + rest.replace("nin_shortcut", "conv_shortcut");
            case "downsample" -> start + "downsamplers.0." + rest;
            default -> start + "upsamplers.0." + rest;
        };
    }

    private static String attention(String rest) {
        return ATTENTION.entrySet().stream()
                .filter(pair -> rest.startsWith(pair.getKey()))
                .map(pair -> pair.getValue() + rest.substring(pair.getKey().length()))
                .findFirst()
                .orElse(rest);
    }
}
