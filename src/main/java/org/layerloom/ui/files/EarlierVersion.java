package org.layerloom.ui.files;

import java.io.IOException;
import java.util.Optional;
import org.layerloom.codec.project.Preview;
import org.layerloom.composite.AreaAverage;
import org.layerloom.document.Raster;

/// An earlier version of a project as it is offered.
///
/// @param picture what it looks like, small
public record EarlierVersion(EarlierVersions.Version version, Optional<Raster> picture) {
    private static final long MAX_PIXELS = 1L << 24;

    static EarlierVersion of(EarlierVersions.Version version) {
        try {
            Optional<Raster> picture = Preview.read(KnownFile.of(version.file()), MAX_PIXELS);
            return new EarlierVersion(
                    version,
                    picture.map(large -> AreaAverage.scale(large, RecoverySlot.PICTURE, RecoverySlot.PICTURE)));
        } catch (IOException e) {
            return new EarlierVersion(version, Optional.empty()); // opening it says what is wrong
        }
    }
}
