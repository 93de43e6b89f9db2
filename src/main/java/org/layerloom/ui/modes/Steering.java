package org.layerloom.ui.modes;

import java.util.Objects;
import org.layerloom.generate.Control;

/// A picture that steers the shapes of what is made.
public record Steering(Control control, Source picture) {
    public Steering {
        Objects.requireNonNull(control);
        Objects.requireNonNull(picture);
    }

    public Steering with(Source other) {
        return new Steering(control, other);
    }

    public Steering withWeight(double weight) {
        return new Steering(new Control(control.kind(), weight), picture);
    }
}
