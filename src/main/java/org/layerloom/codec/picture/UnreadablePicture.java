package org.layerloom.codec.picture;

import java.io.IOException;
import org.layerloom.words.Words;

/// A picture that could not be read.
public final class UnreadablePicture extends IOException {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = Words.of(UnreadablePicture.class);

    private final Reason reason;

    /// Why.
    public enum Reason {
        /// Of no kind that is known here.
        UNKNOWN,
        DAMAGED,
        /// A side is longer than is read.
        TOO_LARGE,
        /// The free memory does not hold it.
        NO_MEMORY,
        /// Drawing it takes too long, or more memory than there is.
        COMPLEX
    }

    /// @param width what the file claims, px; 0 = it does not come to that
    UnreadablePicture(Reason reason, int width, int height) {
        super(WORDS.text("unreadable." + reason, width, height));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
