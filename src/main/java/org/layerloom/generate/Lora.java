package org.layerloom.generate;

import java.nio.file.Path;
import java.util.Objects;
import org.layerloom.words.Words;

/// A file of small changes to a model's weights, as artists share them.
///
/// @param strength -4..4, how much of it counts; 1 = as trained
public record Lora(Path file, double strength) {
    private static final Words WORDS = Words.of(Lora.class);

    public Lora {
        Objects.requireNonNull(file);
        if (!(strength >= -4 && strength <= 4)) {
            throw new IllegalArgumentException(WORDS.text("lora.strength", String.valueOf(strength), file));
        }
    }
}
