package org.layerloom.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;

/// The layer list's edits of a document, without a window.
public final class LayerEdits {
    private LayerEdits() {}

    /// Puts a copy, with all that it holds, above the layer; `Document.newId()` of the document given is the copy's
    /// id.
    public static Document duplicate(Document document, LayerId id) {
        return document.layer(id)
                .map(layer -> {
                    int[] next = {document.nextId()};
                    Layer copy = copy(layer, next).with(props -> props.withName(layer.name() + " copy"));
                    return LayerMoves.drop(document.add(copy), copy.id(), id, LayerMoves.Side.ABOVE);
                })
                .orElse(document);
    }

    private static Layer copy(Layer layer, int[] next) {
        LayerId id = new LayerId(next[0]++);
        Layer renumbered = layer.with(props -> props.withId(id));
        return renumbered instanceof GroupLayer group
                ? group.withChildren(group.children().stream()
                        .map(child -> copy(child, next))
                        .toList())
                : renumbered;
    }

    /// Shows nothing but this layer, what it holds and the groups that it is in; where that is so already, shows
    /// all.
    public static Document solo(Document document, LayerId id) {
        List<Layer> alone = only(document.layers(), id);
        return alone.equals(document.layers())
                ? document.withLayers(all(document.layers()))
                : document.withLayers(alone);
    }

    private static List<Layer> only(List<Layer> layers, LayerId id) {
        List<Layer> result = new ArrayList<>();
        for (Layer layer : layers) {
            boolean within = LayerMoves.holds(layer, id);
            Layer shown = shown(layer, within);
            result.add(
                    within && !layer.id().equals(id) && shown instanceof GroupLayer group
                            ? group.withChildren(only(group.children(), id))
                            : shown);
        }
        return result;
    }

    private static List<Layer> all(List<Layer> layers) {
        return layers.stream()
                .map(layer -> shown(layer, true))
                .map(layer -> layer instanceof GroupLayer group ? group.withChildren(all(group.children())) : layer)
                .toList();
    }

    /// The same object where nothing changes, which is how damage knows.
    private static Layer shown(Layer layer, boolean visible) {
        return layer.props().visible() == visible ? layer : layer.with(props -> props.withVisible(visible));
    }

    /// An edit of the properties of one layer.
    public static UnaryOperator<Document> props(LayerId id, UnaryOperator<LayerProps> edit) {
        return document -> document.with(id, layer -> layer.with(edit));
    }
}
