package org.layerloom.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;

/// Which layer is shown above or below another in the layer list.
public final class Neighbours {
    private Neighbours() {}

    /// The layers as the list shows them, topmost first; those in folded groups are left out.
    public static List<Layer> shown(Document document) {
        List<Layer> rows = new ArrayList<>();
        addRows(document.layers(), rows);
        return rows;
    }

    private static void addRows(List<Layer> layers, List<Layer> rows) {
        for (Layer layer : layers.reversed()) {
            rows.add(layer);
            if (layer instanceof GroupLayer group && group.open()) {
                addRows(group.children(), rows);
            }
        }
    }

    /// The layer `step` rows further down, or up where that is negative; from the end it goes on at the other end.
    /// Without a layer to start from it is the topmost, or the lowest.
    public static Optional<Layer> next(Document document, Optional<LayerId> from, int step) {
        List<Layer> rows = shown(document);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int at = rows.stream().map(Layer::id).toList().indexOf(from.orElse(null));
        if (at < 0) {
            return Optional.of(step > 0 ? rows.getFirst() : rows.getLast());
        }
        return Optional.of(rows.get(Math.floorMod(at + step, rows.size())));
    }
}
