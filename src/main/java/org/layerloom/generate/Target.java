package org.layerloom.generate;

import java.util.Objects;
import java.util.Optional;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.words.Words;

/// One layer to be made.
///
/// @param layer id of the layer that the result becomes
/// @param box where it goes, inside the canvas; nothing of the result lies outside
/// @param prompt the box's own prompt; empty = anonymous
/// @param start pixels to start from, of the box's size; empty = from noise alone
/// @param strength 0..1, how far the result may leave `start`; 1 = start plays no part
/// @param link which phrase of the whole prompt it gets
public record Target(
        LayerId layer, Rect box, Optional<String> prompt, Optional<Raster> start, double strength, Link link) {
    private static final Words WORDS = Words.of(Target.class);

    public Target {
        Objects.requireNonNull(layer);
        Objects.requireNonNull(box);
        Objects.requireNonNull(link);
        start.ifPresent(raster -> {
            if (raster.width() != box.width() || raster.height() != box.height()) {
                throw new IllegalArgumentException(WORDS.text(
                        "start.size", layer.value(), raster.width(), raster.height(), box.width(), box.height()));
            }
        });
        requireStrength(strength);
    }

    static void requireStrength(double strength) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException(WORDS.text("strength", String.valueOf(strength)));
        }
    }

    /// A layer whose phrase follows from prompt and boxes.
    public Target(LayerId layer, Rect box, Optional<String> prompt, Optional<Raster> start, double strength) {
        this(layer, box, prompt, start, strength, new Link.Automatic());
    }

    /// A box to be filled from noise; a blank prompt makes it anonymous.
    public static Target of(LayerId layer, Rect box, String prompt) {
        return new Target(layer, box, Optional.of(prompt.strip()).filter(p -> !p.isEmpty()), Optional.empty(), 1);
    }

    public Target with(Link other) {
        return new Target(layer, box, prompt, start, strength, other);
    }

    public Target withPrompt(Optional<String> other) {
        return new Target(layer, box, other, start, strength, link);
    }

    /// @param other pixels of the box's size to start from
    public Target startingFrom(Raster other, double strength) {
        return new Target(layer, box, prompt, Optional.of(other), strength, link);
    }
}
