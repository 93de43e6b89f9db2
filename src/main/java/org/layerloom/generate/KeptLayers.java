package org.layerloom.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;

/// The layers that runs keep as they are: those whose pixels or transparency are locked, and all that a group so
/// locked holds.
public final class KeptLayers {
    private KeptLayers() {}

    public static Set<LayerId> of(Document document) {
        Set<LayerId> kept = new HashSet<>();
        collect(document.layers(), false, kept);
        return kept;
    }

    private static void collect(List<Layer> layers, boolean within, Set<LayerId> kept) {
        for (Layer layer : layers) {
            boolean locked = within
                    || layer.props().locks().pixels()
                    || layer.props().locks().transparency();
            if (locked) {
                kept.add(layer.id());
            }
            if (layer instanceof GroupLayer group) {
                collect(group.children(), locked, kept);
            }
        }
    }
}
