package org.layerloom.ui;

import java.util.Objects;
import java.util.Optional;

/// Something that happened and that the user should know: a sentence, and perhaps what can be done about it.
///
/// @param offer what its button does
public record Notice(Kind kind, String text, Optional<Offer> offer) {
    /// How grave it is.
    public enum Kind {
        DONE,
        WARNING,
        ERROR
    }

    /// A button of the notice.
    public record Offer(String label, Runnable work) {}

    public Notice {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
        Objects.requireNonNull(offer);
    }

    public static Notice done(String text) {
        return new Notice(Kind.DONE, text, Optional.empty());
    }

    public static Notice warning(String text) {
        return new Notice(Kind.WARNING, text, Optional.empty());
    }

    public static Notice error(String text) {
        return new Notice(Kind.ERROR, text, Optional.empty());
    }

    public Notice offering(String label, Runnable work) {
        return new Notice(kind, text, Optional.of(new Offer(label, work)));
    }
}
