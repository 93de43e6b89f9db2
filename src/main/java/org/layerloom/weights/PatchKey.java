package org.layerloom.weights;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the name of a tensor in a patch says: which tensor of which part is changed, and what this one is to the
/// change.
///
/// @param target name of the changed tensor, in whichever spelling the file has: with dots or underscores, the
///               original's or diffusers'
record PatchKey(Part part, String target, Role role) {
    /// What a tensor is to a change.
    enum Role {
        UP,
        MIDDLE,
        DOWN,
        ALPHA,
        DIFFERENCE
    }

    private static final String WEIGHT = ".weight";
    private static final Pattern UNKNOWN =
            Pattern.compile("hada_|lokr_|dora_scale|oft_|glora|\\.ia3_|bias_indices|lora_magnitude_vector");

    /// How names end: an ending, the role, and what stands in its place in the name of the changed tensor.
    private record Ending(String text, Role role, String instead) {}

    private static final List<Ending> ENDINGS = List.of(
            new Ending("::lora::0", Role.UP, ""),
            new Ending("::lora::1", Role.DOWN, ""),
            new Ending("::lora::2", Role.ALPHA, ""),
            new Ending("::diff::0", Role.DIFFERENCE, ""),
            new Ending(".lora_up.weight", Role.UP, WEIGHT),
            new Ending(".lora_mid.weight", Role.MIDDLE, WEIGHT),
            new Ending(".lora_down.weight", Role.DOWN, WEIGHT),
            new Ending(".lora_B.weight", Role.UP, WEIGHT),
            new Ending(".lora_A.weight", Role.DOWN, WEIGHT),
            new Ending(".lora_B.default.weight", Role.UP, WEIGHT),
            new Ending(".lora_A.default.weight", Role.DOWN, WEIGHT),
            new Ending(".lora_linear_layer.up.weight", Role.UP, WEIGHT),
            new Ending(".lora_linear_layer.down.weight", Role.DOWN, WEIGHT),
            new Ending(".lora.up.weight", Role.UP, WEIGHT),
            new Ending(".lora.down.weight", Role.DOWN, WEIGHT),
            new Ending("_lora.up.weight", Role.UP, WEIGHT),
            new Ending("_lora.down.weight", Role.DOWN, WEIGHT),
            new Ending(".alpha", Role.ALPHA, WEIGHT),
            new Ending(".diff_b", Role.DIFFERENCE, ".bias"),
            new Ending(".diff", Role.DIFFERENCE, WEIGHT),
            new Ending(WEIGHT, Role.DIFFERENCE, WEIGHT),
            new Ending(".bias", Role.DIFFERENCE, ".bias"));

    /// How names start.
    private record Start(String text, Part part) {}

    private static final List<Start> STARTS = List.of(
            new Start("lora_unet_", Part.UNET), // of FLUX too
            new Start("lora_transformer_", Part.TRANSFORMER),
            new Start("lora_te1_", Part.TEXT_ENCODER),
            new Start("lora_te2_", Part.TEXT_ENCODER_2),
            new Start("lora_te_", Part.TEXT_ENCODER),
            new Start("base_model.model.", Part.UNET),
            new Start("unet.", Part.UNET),
            new Start("transformer.", Part.TRANSFORMER),
            new Start("text_encoder_2.", Part.TEXT_ENCODER_2),
            new Start("text_encoder.", Part.TEXT_ENCODER),
            new Start("model.diffusion_model.", Part.UNET),
            new Start("diffusion_model.", Part.UNET),
            new Start("", Part.UNET));

    /// Reads a name; empty where it is none of a patch.
    ///
    /// @throws WeightsException if it belongs to a kind of patch that is not known here
    static Optional<PatchKey> of(TensorEntry entry) throws WeightsException {
        String name = entry.name();
        if (UNKNOWN.matcher(name).find()) {
            throw new WeightsException("the file " + entry.file() + " is a patch of a kind that is not known here ("
                    + name + "): LoRA and whole differences are");
        }
        for (Ending ending : ENDINGS) {
            if (name.endsWith(ending.text)) {
                String bare = name.substring(0, name.length() - ending.text.length());
                Start start = STARTS.stream()
                        .filter(s -> bare.startsWith(s.text))
                        .findFirst()
                        .orElseThrow();
                String target = bare.substring(start.text.length()).replace(".processor.", ".");
                return Optional.of(new PatchKey(start.part, target + ending.instead, ending.role));
            }
        }
        return Optional.empty();
    }
}
