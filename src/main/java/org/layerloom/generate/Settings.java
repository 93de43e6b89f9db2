package org.layerloom.generate;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.layerloom.words.Words;

/// How a run is made; what is empty is the model's own default.
///
/// @param seed of the noise; every value counts, 0 too
/// @param guidance strength of true classifier-free guidance; 1 = one pass, no guidance
/// @param embeddedGuidance the guidance value that a distilled model takes as an input
/// @param device `auto`, `cpu`, `cuda` or `mps`
/// @param previewEvery steps between previews; 0 = none
/// @param tuning for models that can be tuned
/// @param workingSide most px of the longer side of what a model works on (the canvas, or each picture where layers
///     are made alone), which is scaled to the page in the end; empty = as many as the page has and the model makes
public record Settings(
        long seed,
        OptionalInt steps,
        OptionalDouble guidance,
        OptionalDouble embeddedGuidance,
        String device,
        int previewEvery,
        Tuning tuning,
        OptionalInt workingSide) {
    private static final Words WORDS = Words.of(Settings.class);

    public static final int MAX_STEPS = 200;

    public Settings {
        steps.ifPresent(n -> {
            if (n < 1 || n > MAX_STEPS) {
                throw new IllegalArgumentException(WORDS.text("steps", n, MAX_STEPS));
            }
        });
        workingSide.ifPresent(side -> {
            if (side < 1) {
                throw new IllegalArgumentException(WORDS.text("workingSide", side));
            }
        });
        requireGuidance(WORDS.text("guidance"), guidance);
        requireGuidance(WORDS.text("embeddedGuidance"), embeddedGuidance);
    }

    /// Settings without tuning, which work at the page's size.
    public Settings(
            long seed,
            OptionalInt steps,
            OptionalDouble guidance,
            OptionalDouble embeddedGuidance,
            String device,
            int previewEvery) {
        this(seed, steps, guidance, embeddedGuidance, device, previewEvery, Tuning.NONE, OptionalInt.empty());
    }

    public Settings with(Tuning other) {
        return new Settings(seed, steps, guidance, embeddedGuidance, device, previewEvery, other, workingSide);
    }

    public Settings withSeed(long other) {
        return new Settings(other, steps, guidance, embeddedGuidance, device, previewEvery, tuning, workingSide);
    }

    /// Without previews.
    public Settings quiet() {
        return new Settings(seed, steps, guidance, embeddedGuidance, device, 0, tuning, workingSide);
    }

    public Settings workingAt(OptionalInt side) {
        return new Settings(seed, steps, guidance, embeddedGuidance, device, previewEvery, tuning, side);
    }

    public static Settings seeded(long seed) {
        return new Settings(seed, OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "auto", 1);
    }

    private static void requireGuidance(String name, OptionalDouble value) {
        value.ifPresent(g -> {
            if (!(g >= 0 && g <= 100)) {
                throw new IllegalArgumentException(WORDS.text("guidance.range", name, String.valueOf(g)));
            }
        });
    }
}
