package org.layerloom.ui.prompt;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.layerloom.words.Words;

/// Ready-made numbers of steps.
enum Quality {
    DRAFT(OptionalInt.of(4)),
    /// The model's own number.
    BALANCED(OptionalInt.empty()),
    /// More than any model's own number.
    BEST(OptionalInt.of(40));

    private static final Words WORDS = Words.of(Quality.class);

    private final OptionalInt steps;

    Quality(OptionalInt steps) {
        this.steps = steps;
    }

    String title() {
        return WORDS.text("quality." + name().toLowerCase(Locale.ROOT));
    }

    OptionalInt steps() {
        return steps;
    }

    /// The one with that many steps, if there is one.
    static Optional<Quality> of(OptionalInt steps) {
        for (Quality quality : values()) {
            if (quality.steps.equals(steps)) {
                return Optional.of(quality);
            }
        }
        return Optional.empty();
    }

    /// What the chip says: `Balanced`, or `12 steps`.
    static String text(OptionalInt steps) {
        return of(steps).map(Quality::title).orElseGet(() -> Counts.steps(steps.getAsInt()));
    }
}
