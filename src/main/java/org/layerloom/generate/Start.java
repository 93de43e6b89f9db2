package org.layerloom.generate;

import java.util.Objects;
import org.layerloom.document.Raster;

/// What a background starts from.
///
/// @param raster of the canvas' size
/// @param strength 0..1, how far the result may leave it; 1 = it plays no part
public record Start(Raster raster, double strength) {
    public Start {
        Objects.requireNonNull(raster);
        Target.requireStrength(strength);
    }
}
