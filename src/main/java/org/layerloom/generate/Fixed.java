package org.layerloom.generate;

import java.util.Objects;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// A layer that is given and stays as it is, byte for byte, while the targets are made to fit it.
///
/// @param box where it lies; its raster has the box's size
public record Fixed(LayerId layer, Rect box, Raster raster, Role role) {
    /// What the given picture is to the model.
    public enum Role {
        LAYER,
        FOREGROUND,
        BACKGROUND,
        BLEND,
        CONTROL
    }

    public Fixed {
        Objects.requireNonNull(layer);
        Objects.requireNonNull(role);
        if (raster.width() != box.width() || raster.height() != box.height()) {
            throw new IllegalArgumentException("fixed layer " + layer.value() + " has " + raster.width() + " x "
                    + raster.height() + " px for a box of " + box.width() + " x " + box.height());
        }
    }
}
