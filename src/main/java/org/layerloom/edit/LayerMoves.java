package org.layerloom.edit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Region;

/// Reordering of the layer tree, without a window. Boxes that have a layer follow it in z-order.
public final class LayerMoves {
    private LayerMoves() {}

    /// On which side of a row a layer is put down.
    public enum Side {
        ABOVE,
        BELOW,
        INTO
    }

    /// Puts `moved` beside or into the layer `target`, wherever both are in the tree. Unchanged where a group would
    /// go into itself.
    public static Document drop(Document document, LayerId moved, LayerId target, Side side) {
        Optional<Layer> layer = document.layer(moved);
        if (layer.isEmpty() || document.layer(target).isEmpty() || holds(layer.get(), target)) {
            return document;
        }
        List<Layer> without = document.without(moved).layers();
        return followed(document.withLayers(insert(without, layer.get(), target, side)));
    }

    /// One place up in the list as it is shown: past the next sibling, into an open group, or out of the top of its
    /// own.
    public static Document raise(Document document, LayerId id) {
        return step(document, id, true);
    }

    /// One place down in the list as it is shown.
    public static Document lower(Document document, LayerId id) {
        return step(document, id, false);
    }

    private static Document step(Document document, LayerId id, boolean up) {
        List<Layer> siblings = siblings(document.layers(), id);
        int index = indexOf(siblings, id);
        if (index < 0) {
            return document;
        }
        int next = up ? index + 1 : index - 1;
        if (next >= 0 && next < siblings.size()) {
            return pass(document, id, siblings.get(next), up);
        }
        return parent(document, id)
                .map(group -> drop(document, id, group.id(), up ? Side.ABOVE : Side.BELOW))
                .orElse(document);
    }

    private static Document pass(Document document, LayerId id, Layer neighbour, boolean up) {
        if (neighbour instanceof GroupLayer group && group.open()) {
            if (group.children().isEmpty() || !up) {
                return drop(document, id, group.id(), Side.INTO);
            }
            return drop(document, id, group.children().getFirst().id(), Side.BELOW);
        }
        return drop(document, id, neighbour.id(), up ? Side.ABOVE : Side.BELOW);
    }

    /// The group that directly holds a layer.
    public static Optional<GroupLayer> parent(Document document, LayerId id) {
        return document.allLayers()
                .filter(GroupLayer.class::isInstance)
                .map(GroupLayer.class::cast)
                .filter(group -> indexOf(group.children(), id) >= 0)
                .findFirst();
    }

    private static List<Layer> siblings(List<Layer> layers, LayerId id) {
        if (indexOf(layers, id) >= 0) {
            return layers;
        }
        for (Layer layer : layers) {
            if (layer instanceof GroupLayer group && holds(group, id)) {
                return siblings(group.children(), id);
            }
        }
        return List.of();
    }

    private static int indexOf(List<Layer> layers, LayerId id) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether `id` is the layer itself or anything inside it.
    public static boolean holds(Layer layer, LayerId id) {
        return layer.id().equals(id)
                || layer instanceof GroupLayer group
                        && group.children().stream().anyMatch(child -> holds(child, id));
    }

    private static List<Layer> insert(List<Layer> layers, Layer moved, LayerId target, Side side) {
        List<Layer> result = new ArrayList<>();
        for (Layer layer : layers) {
            boolean here = layer.id().equals(target);
            if (here && side == Side.BELOW) {
                result.add(moved);
            }
            result.add(inserted(layer, moved, target, side));
            if (here && side == Side.ABOVE) {
                result.add(moved);
            }
        }
        return result;
    }

    private static Layer inserted(Layer layer, Layer moved, LayerId target, Side side) {
        if (!(layer instanceof GroupLayer group)) {
            return layer;
        }
        if (layer.id().equals(target)) {
            if (side != Side.INTO) {
                return layer;
            }
            List<Layer> more = new ArrayList<>(group.children());
            more.add(moved);
            return group.withChildren(more);
        }
        return holds(group, target) ? group.withChildren(insert(group.children(), moved, target, side)) : layer;
    }

    /// Sorts the boxes that have a layer by their layers; an empty box keeps its place among them.
    private static Document followed(Document document) {
        Set<LayerId> boxed = document.regions().stream().map(Region::layer).collect(Collectors.toSet());
        Iterator<Region> sorted = document.allLayers()
                .map(Layer::id)
                .filter(boxed::contains)
                .map(id -> document.region(id).orElseThrow())
                .toList()
                .iterator();
        return document.withRegions(document.regions().stream()
                .map(region -> document.layer(region.layer()).isPresent() ? sorted.next() : region)
                .toList());
    }
}
