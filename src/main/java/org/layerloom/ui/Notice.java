package org.layerloom.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Something that happened and that the user should know: a sentence, and perhaps what can be done about it.
///
/// @param offers what its buttons do
/// @param stays whether it is shown until it is closed
public record Notice(Kind kind, String text, List<Offer> offers, boolean stays) {
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
        offers = List.copyOf(offers);
    }

    public static Notice done(String text) {
        return new Notice(Kind.DONE, text, List.of(), false);
    }

    public static Notice warning(String text) {
        return new Notice(Kind.WARNING, text, List.of(), false);
    }

    public static Notice error(String text) {
        return new Notice(Kind.ERROR, text, List.of(), true);
    }

    /// The same with one button more.
    public Notice offering(String label, Runnable work) {
        return new Notice(
                kind,
                text,
                Stream.concat(offers.stream(), Stream.of(new Offer(label, work)))
                        .toList(),
                stays);
    }

    /// The same until it is closed: for an offer that does not come again.
    public Notice staying() {
        return new Notice(kind, text, offers, true);
    }
}
