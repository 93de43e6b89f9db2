package org.layerloom.generate;

import java.util.Objects;
import org.layerloom.words.Words;

/// How a picture steers the shapes of what is made (ControlNet).
///
/// @param weight 0..2, how strongly; 1 = as trained
public record Control(Kind kind, double weight) {
    private static final Words WORDS = Words.of(Control.class);

    /// What the picture says.
    public enum Kind {
        /// Any picture: its edges are kept.
        CANNY,
        /// Any picture: its main lines are kept, loosely.
        SCRIBBLE,
        /// A map of distances as it is: the lighter, the nearer.
        DEPTH
    }

    public Control {
        Objects.requireNonNull(kind);
        if (!(weight >= 0 && weight <= 2)) {
            throw new IllegalArgumentException(WORDS.text("control.weight", String.valueOf(weight)));
        }
    }
}
