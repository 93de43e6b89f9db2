package org.layerloom.ui.prompt;

import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.RasterLayer;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.KeptLayers;

/// The layer that a run makes behind all boxes.
final class Backgrounds {
    private Backgrounds() {}

    /// Whether that layer is the document's background and a run made it, so that a run can make it anew.
    static boolean is(LayerId layer, Document document) {
        return GenerateResult.background(document)
                .filter(background -> background.id().equals(layer))
                .filter(background -> background.props().recipe().isPresent())
                .isPresent();
    }

    /// Whether a background can be made: behind all layers, or anew where a run made the one that is there. A lowest
    /// layer that hides all behind it leaves no room.
    static boolean haveRoom(Document document) {
        return document.layers().stream()
                .limit(1)
                .allMatch(lowest -> is(lowest.id(), document) ? !isKept(document) : !hidesAll(lowest, document));
    }

    private static boolean hidesAll(Layer lowest, Document document) {
        return lowest instanceof RasterLayer layer
                && layer.bounds().contains(document.canvas())
                && layer.props().mask().isEmpty()
                && layer.raster().isOpaque();
    }

    /// Whether there is one that runs keep as it is.
    static boolean isKept(Document document) {
        return GenerateResult.background(document)
                .filter(background -> KeptLayers.of(document).contains(background.id()))
                .isPresent();
    }
}
