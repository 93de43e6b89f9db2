package org.layerloom.ui.prompt;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How carefully runs paint, saved by the user under a name.
///
/// @param steps null = the model's own number
/// @param guidance null = the model's own value
/// @param negative what pictures are to stay away from; blank = nothing
public record Preset(String name, Integer steps, Double guidance, String negative) {
    public Preset {
        Objects.requireNonNull(name);
        Objects.requireNonNull(negative);
    }

    static Preset of(String name, GenerationSettings settings) {
        OptionalInt steps = settings.stepsProperty().get();
        OptionalDouble guidance = settings.guidanceProperty().get();
        return new Preset(
                name,
                steps.isPresent() ? steps.getAsInt() : null,
                guidance.isPresent() ? guidance.getAsDouble() : null,
                settings.negativeProperty().get().strip());
    }

    void applyTo(GenerationSettings settings) {
        settings.stepsProperty().set(steps == null ? OptionalInt.empty() : OptionalInt.of(steps));
        settings.guidanceProperty().set(guidance == null ? OptionalDouble.empty() : OptionalDouble.of(guidance));
        settings.negativeProperty().set(negative);
    }
}
