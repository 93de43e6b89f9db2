package org.layerloom.ui.files;

import java.io.IOException;
import java.util.Optional;
import org.layerloom.codec.project.Preview;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// An earlier version of a project as it is offered.
///
/// @param picture what it looks like, small
public record EarlierVersion(EarlierVersions.Version version, Optional<Raster> picture) {
    private static final long MAX_PIXELS = 1L << 24;

    static EarlierVersion of(EarlierVersions.Version version) {
        try {
            return new EarlierVersion(
                    version,
                    Preview.read(KnownFile.of(version.file()), MAX_PIXELS).map(EarlierVersion::small));
        } catch (IOException e) {
            return new EarlierVersion(version, Optional.empty()); // opening it says what is wrong
        }
    }

    private static Raster small(Raster picture) {
        PixelLayer layer = new PixelLayer(LayerProps.named(new LayerId(1), ""), picture);
        return Compositor.thumbnail(
                Document.blank(picture.width(), picture.height()).add(layer),
                RecoverySlot.PICTURE,
                RecoverySlot.PICTURE);
    }
}
