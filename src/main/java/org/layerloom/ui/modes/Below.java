package org.layerloom.ui.modes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Region;
import org.layerloom.edit.LayerMoves;

/// What lies below that which a run makes or is given.
final class Below {
    private Below() {}

    /// The layers below the lowest of the run's boxes and given layers, bottom first; a group is cut where it holds
    /// it. Below a new box lie all.
    static List<Layer> layers(ModeRun run, Document document) {
        List<Layer> layers = document.layers();
        for (LayerId id : run.boxes()) {
            Region region = document.region(id).orElse(null);
            if (region != null && document.layer(id).isEmpty()) {
                int place = StackPlace.of(document, region);
                layers = layers.subList(0, Math.min(place, layers.size()));
            }
        }
        Stream<LayerId> given = run.pictures().values().stream()
                .filter(Source.Of.class::isInstance)
                .map(source -> ((Source.Of) source).layer());
        for (LayerId id : Stream.concat(run.boxes().stream(), given).toList()) {
            layers = below(id, layers);
        }
        return layers;
    }

    private static List<Layer> below(LayerId id, List<Layer> layers) {
        List<Layer> below = new ArrayList<>();
        for (Layer layer : layers) {
            if (LayerMoves.holds(layer, id)) {
                if (layer instanceof GroupLayer group && !layer.id().equals(id)) {
                    below.add(group.withChildren(below(id, group.children())));
                }
                return below;
            }
            below.add(layer);
        }
        return below;
    }
}
