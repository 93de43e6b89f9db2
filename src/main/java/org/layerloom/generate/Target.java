package org.layerloom.generate;

import java.util.Objects;
import java.util.Optional;
import org.layerloom.document.LayerId;
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
public record Target(LayerId layer, Rect box, Optional<String> prompt, Optional<Raster> start, double strength) {
    private static final Words WORDS = Words.of(Target.class);

    public Target {
        Objects.requireNonNull(layer);
        Objects.requireNonNull(box);
        start.ifPresent(raster -> {
            if (raster.width() != box.width() || raster.height() != box.height()) {
                throw new IllegalArgumentException(WORDS.text(
                        "start.size", layer.value(), raster.width(), raster.height(), box.width(), box.height()));
            }
        });
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException(WORDS.text("strength", String.valueOf(strength)));
        }
    }

    /// A box to be filled from noise; a blank prompt makes it anonymous.
    public static Target of(LayerId layer, Rect box, String prompt) {
        return new Target(layer, box, Optional.of(prompt.strip()).filter(p -> !p.isEmpty()), Optional.empty(), 1);
    }
}
