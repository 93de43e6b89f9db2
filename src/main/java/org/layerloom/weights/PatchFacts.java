package org.layerloom.weights;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What is seen of a LoRA without the model that it is for, from the file's header alone.
///
/// @param isFlux    whether the names in it are of FLUX's blocks
/// @param textWidth numbers a token that the UNet sees of a prompt: 768 in Stable Diffusion 1.5, 1024 in 2, 2048 in XL
/// @param isKnown   whether it is of a kind that can be merged here
public record PatchFacts(boolean isFlux, OptionalLong textWidth, boolean isKnown) {
    private static final Pattern FLUX = Pattern.compile(
            "double_blocks|single_blocks|single_transformer_blocks|^transformer\\.transformer_blocks|^lora_transformer_");
    private static final Pattern CROSS = Pattern.compile("attn2[._]to_[kv]\\b|attn2[._]processor[._]to_[kv]_lora");
    private static final Pattern SECOND_ENCODER = Pattern.compile("^lora_te2_|^text_encoder_2\\.");
    private static final long XL = 2048;

    /// Looks at a file; empty where it is no LoRA.
    ///
    /// @throws WeightsException if it is missing or broken
    public static Optional<PatchFacts> of(Path file) throws WeightsException {
        boolean lora = false;
        boolean known = true;
        boolean flux = false;
        OptionalLong width = OptionalLong.empty();
        for (TensorEntry entry : TensorFormat.read(file).values()) {
            PatchKey.Role role = null;
            try {
                role = PatchKey.of(entry).map(PatchKey::role).orElse(null);
            } catch (WeightsException e) {
                known = false;
                lora = true;
            }
            lora |= role == PatchKey.Role.UP;
            flux |= FLUX.matcher(entry.name()).find();
            if (role == PatchKey.Role.DOWN
                    && entry.shape().length >= 2
                    && CROSS.matcher(entry.name()).find()) {
                width = OptionalLong.of(entry.shape()[1]);
            } else if (width.isEmpty() && SECOND_ENCODER.matcher(entry.name()).find()) {
                width = OptionalLong.of(XL);
            }
        }
        return lora ? Optional.of(new PatchFacts(flux, width, known)) : Optional.empty();
    }
}
