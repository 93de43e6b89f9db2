package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;

/// One line of the layer list.
///
/// @param depth how many groups it is in
/// @param group the group that holds it; empty at the top level
/// @param place the how many-th of its siblings it is, from the top, 1 = topmost
/// @param siblings how many there are with it
/// @param generated whether it was made from a box, so that it can be rolled again
record LayerRow(Layer layer, int depth, Optional<String> group, int place, int siblings, boolean generated) {
    /// The rows of a document, topmost first; what a folded group holds is left out.
    static List<LayerRow> of(Document document) {
        List<LayerRow> rows = new ArrayList<>();
        collect(document, document.layers(), 0, Optional.empty(), rows);
        return rows;
    }

    private static void collect(
            Document document, List<Layer> layers, int depth, Optional<String> group, List<LayerRow> rows) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            boolean generated = document.region(layer.id()).isPresent();
            rows.add(new LayerRow(layer, depth, group, layers.size() - i, layers.size(), generated));
            if (layer instanceof GroupLayer inner && inner.open()) {
                collect(document, inner.children(), depth + 1, Optional.of(inner.name()), rows);
            }
        }
    }

    LayerId id() {
        return layer.id();
    }

    /// What a screen reader says: `Layer Cake, visible, opacity 100 percent, Normal, 2 of 3 in group Party`.
    String spoken() {
        var props = layer.props();
        return (layer instanceof GroupLayer ? "Group " : "Layer ") + layer.name()
                + (props.visible() ? ", visible" : ", hidden")
                + ", opacity " + Opacity.percent(props.opacity()) + " percent, "
                + BlendModes.label(props.blendMode()) + ", " + place + " of " + siblings
                + group.map(name -> " in group " + name).orElse("");
    }

    /// `Screen 80 %`; empty where the layer is Normal (a group: passes through) at 100 %.
    String blending() {
        var props = layer.props();
        boolean plain = props.opacity() == 255 && BlendModes.isPlain(props.blendMode());
        return plain ? "" : BlendModes.label(props.blendMode()) + " " + Opacity.percent(props.opacity()) + " %";
    }
}
