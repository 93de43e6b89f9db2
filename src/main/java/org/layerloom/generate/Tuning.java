package org.layerloom.generate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.layerloom.words.Words;

/// What can be set of Stable Diffusion models beside steps and guidance.
///
/// @param sampler one of the model's [Abilities#samplers()]; empty = its default
/// @param loras merged one after the other
/// @param patchStrength 0..2, how much of LayerDiffuse's own changes counts; 1 = as trained
/// @param stopAt 0..1, the part of the noise after which LayerDiffuse's changes are left out, 1 = never; empty = as
///     the mode does best
public record Tuning(Optional<String> sampler, List<Lora> loras, double patchStrength, OptionalDouble stopAt) {
    private static final Words WORDS = Words.of(Tuning.class);

    /// The defaults.
    public static final Tuning NONE = new Tuning(Optional.empty(), List.of(), 1, OptionalDouble.empty());

    public Tuning {
        loras = List.copyOf(loras);
        if (!(patchStrength >= 0 && patchStrength <= 2)) {
            throw new IllegalArgumentException(WORDS.text("tuning.patch", String.valueOf(patchStrength)));
        }
        stopAt.ifPresent(share -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(WORDS.text("tuning.stop", String.valueOf(share)));
            }
        });
    }
}
