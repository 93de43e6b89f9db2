package org.layerloom.document;

/// Which phrase of the whole prompt a box is to get.
public sealed interface Link {
    /// The phrase that suits it best, as prompt and boxes are at the moment.
    record Automatic() implements Link {}

    /// None: the box is anonymous.
    record Nothing() implements Link {}

    /// The phrase that reads so or, once the prompt was edited, the one that is most like it.
    record To(String phrase) implements Link {
        public To {
            if (phrase.isBlank()) {
                throw new IllegalArgumentException("a link to a phrase without words");
            }
        }
    }

    /// As files write it: null = automatic, blank = none.
    static Link of(String phrase) {
        if (phrase == null) {
            return new Automatic();
        }
        return phrase.isBlank() ? new Nothing() : new To(phrase);
    }

    /// @see #of
    default String text() {
        return switch (this) {
            case Automatic() -> null;
            case Nothing() -> "";
            case To(String phrase) -> phrase;
        };
    }
}
