package org.layerloom.weights;

import java.util.List;
import java.util.NavigableSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that tensors of a UNet have in the original code of latent diffusion (single-file checkpoints, Forge's
/// patches, many LoRA files), and diffusers' for the same.
///
/// The original numbers all blocks of the way down (and up) through; diffusers counts resolutions and what is in
/// each. Both ways are by rule, and hold for Stable Diffusion 1.5 and XL, which have two blocks a resolution down
/// and three up.
final class LdmNames {
    /// Blocks of the original code to a resolution: two with content and one that changes the size, or three.
    private static final int EACH = 3;
    private static final Pattern DOWN = Pattern.compile("input_blocks\\.(\\d+)\\.(\\d)\\.(.+)");
    private static final Pattern UP = Pattern.compile("output_blocks\\.(\\d+)\\.(\\d)\\.(.+)");
    private static final Pattern BLOCK =
            Pattern.compile("(down|up)_blocks\\.(\\d+)\\.(resnets|attentions|downsamplers|upsamplers)\\.(\\d+)\\.(.+)");
    /// Parts whose names are plainly others: original, diffusers.
    private static final List<String[]> OUTER = pairs(
            "input_blocks.0.0.=conv_in.",
            "time_embed.0.=time_embedding.linear_1.",
            "time_embed.2.=time_embedding.linear_2.",
            "label_emb.0.0.=add_embedding.linear_1.",
            "label_emb.0.2.=add_embedding.linear_2.",
            "middle_block.1.=mid_block.attentions.0.",
            "out.0.=conv_norm_out.",
            "out.2.=conv_out.");
    private static final List<String[]> RESNET = pairs(
            "in_layers.0.=norm1.",
            "in_layers.2.=conv1.",
            "emb_layers.1.=time_emb_proj.",
            "out_layers.0.=norm2.",
            "out_layers.3.=conv2.",
            "skip_connection.=conv_shortcut.");
    private static final List<String[]> MIDDLE =
            pairs("middle_block.0.=mid_block.resnets.0.", "middle_block.2.=mid_block.resnets.1.");

    private LdmNames() {}

    private static List<String[]> pairs(String... pairs) {
        return List.of(pairs).stream().map(pair -> pair.split("=")).toList();
    }

    /// diffusers' name of a tensor, or null where the original has no such tensor.
    static String toDiffusers(String ldm) {
        String outer = replaced(ldm, OUTER, 0, 1);
        if (outer != null) {
            return outer;
        }
        for (String[] middle : MIDDLE) {
            if (ldm.startsWith(middle[0])) {
                return prefixed(middle[1], replaced(ldm.substring(middle[0].length()), RESNET, 0, 1));
            }
        }
        Matcher down = DOWN.matcher(ldm);
        if (down.matches()) {
            int block = Integer.parseInt(down.group(1)) - 1;
            return down(block / EACH, block % EACH, down.group(2), down.group(3));
        }
        Matcher up = UP.matcher(ldm);
        return up.matches() ? up(Integer.parseInt(up.group(1)), up.group(2), up.group(3)) : null;
    }

    private static String down(int level, int block, String part, String rest) {
        String start = "down_blocks." + level + ".";
        if (rest.startsWith("op.")) {
            return start + "downsamplers.0.conv." + rest.substring("op.".length());
        }
        return part.equals("0")
                ? prefixed(start + "resnets." + block + ".", replaced(rest, RESNET, 0, 1))
                : start + "attentions." + block + "." + rest;
    }

    private static String up(int number, String part, String rest) {
        String start = "up_blocks." + number / EACH + ".";
        int block = number % EACH;
        if (rest.startsWith("conv.")) {
            return start + "upsamplers.0." + rest;
        }
        return part.equals("0")
                ? prefixed(start + "resnets." + block + ".", replaced(rest, RESNET, 0, 1))
                : start + "attentions." + block + "." + rest;
    }

    /// The original's name of a tensor, or null where it has no such tensor.
    ///
    /// @param all diffusers' names of the network's tensors: which resolutions have attention shows in them
    static String toLdm(String diffusers, NavigableSet<String> all) {
        String outer = replaced(diffusers, OUTER, 1, 0);
        if (outer != null) {
            return outer;
        }
        for (String[] middle : MIDDLE) {
            if (diffusers.startsWith(middle[1])) {
                return prefixed(middle[0], replaced(diffusers.substring(middle[1].length()), RESNET, 1, 0));
            }
        }
        Matcher name = BLOCK.matcher(diffusers);
        if (!name.matches()) {
            return null;
        }
        boolean down = name.group(1).equals("down");
        int level = Integer.parseInt(name.group(2));
        int number = EACH * level + Integer.parseInt(name.group(4)) + (down ? 1 : 0);
        String start = (down ? "input_blocks." : "output_blocks.") + number + ".";
        String rest = name.group(5);
        return switch (name.group(3)) {
            case "resnets" -> prefixed(start + "0.", replaced(rest, RESNET, 1, 0));
            case "attentions" -> start + "1." + rest;
            case "downsamplers" -> "input_blocks." + EACH * (level + 1) + ".0.op." + rest.substring("conv.".length());
            default -> {
                String attention = all.ceiling("up_blocks." + level + ".attentions.");
                boolean attends = attention != null && attention.startsWith("up_blocks." + level + ".attentions.");
                yield "output_blocks." + (EACH * level + EACH - 1) + (attends ? ".2." : ".1.") + rest;
            }
        };
    }

    private static String prefixed(String start, String rest) {
        return rest == null ? null : start + rest;
    }

    /// A name whose start is one of the pairs' `from`, with `to` in its place; null where none is.
    private static String replaced(String name, List<String[]> pairs, int from, int to) {
        for (String[] pair : pairs) {
            if (name.startsWith(pair[from])) {
                return pair[to] + name.substring(pair[from].length());
            }
        }
        return null;
    }
}
