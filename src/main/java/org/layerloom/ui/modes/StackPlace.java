package org.layerloom.ui.modes;

import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Region;
import org.layerloom.edit.LayerMoves;

/// Places in the stack.
final class StackPlace {
    private StackPlace() {}

    /// The index in the stack for the layer of a box that has none: below the layers of the boxes above it, else on
    /// top of all.
    static int of(Document document, Region region) {
        List<Region> regions = document.regions();
        return regions.subList(regions.indexOf(region) + 1, regions.size()).stream()
                .mapToInt(above -> index(document, above.layer()))
                .filter(place -> place >= 0)
                .min()
                .orElse(document.layers().size());
    }

    /// Where in the stack a layer stands, or the group that holds it; -1 = nowhere.
    static int index(Document document, LayerId id) {
        List<Layer> layers = document.layers();
        for (int i = 0; i < layers.size(); i++) {
            if (LayerMoves.holds(layers.get(i), id)) {
                return i;
            }
        }
        return -1;
    }
}
