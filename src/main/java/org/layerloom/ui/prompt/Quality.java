package org.layerloom.ui.prompt;

import java.util.Optional;
import java.util.OptionalInt;

/// Ready-made numbers of steps.
enum Quality {
    DRAFT("Draft", OptionalInt.of(4)),
    /// The model's own number.
    BALANCED("Balanced", OptionalInt.empty()),
    FINE("Fine", OptionalInt.of(24));

    private final String title;
    private final OptionalInt steps;

    Quality(String title, OptionalInt steps) {
        this.title = title;
        this.steps = steps;
    }

    String title() {
        return title;
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
        return of(steps)
                .map(Quality::title)
                .orElseGet(() -> steps.getAsInt() + (steps.getAsInt() == 1 ? " step" : " steps"));
    }
}
