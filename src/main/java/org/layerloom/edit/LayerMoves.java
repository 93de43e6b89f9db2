package org.layerloom.edit;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return drop(document, List.of(moved), target, side);
    }

    /// Puts several layers, in their order, beside or into `target`. Those that hold the target, and the target
    /// itself, stay where they are.
    public static Document drop(Document document, List<LayerId> moved, LayerId target, Side side) {
        List<Layer> layers = Tree.tops(document, moved).stream()
                .filter(layer -> !holds(layer, target))
                .toList();
        boolean into = side == Side.INTO;
        if (layers.isEmpty()
                || document.layer(target)
                        .filter(layer -> !into || layer instanceof GroupLayer)
                        .isEmpty()) {
            return document;
        }
        Document without = Tree.without(document, layers.stream().map(Layer::id).toList());
        return followed(Tree.replaced(
                without, layer -> layer.id().equals(target) ? joined(layer, layers, side) : List.of(layer)));
    }

    private static List<Layer> joined(Layer target, List<Layer> moved, Side side) {
        if (side == Side.INTO) {
            GroupLayer group = (GroupLayer) target;
            return List.of(group.withChildren(concat(group.children(), moved)));
        }
        return side == Side.ABOVE ? concat(List.of(target), moved) : concat(moved, List.of(target));
    }

    private static List<Layer> concat(List<Layer> lower, List<Layer> upper) {
        return Stream.concat(lower.stream(), upper.stream()).toList();
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
        List<Layer> siblings = Tree.siblings(document, id);
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

    /// Sorts the boxes that have a layer by their layers; an empty box keeps its place among them.
    static Document followed(Document document) {
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
