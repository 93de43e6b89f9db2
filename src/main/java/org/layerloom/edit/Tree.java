package org.layerloom.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;

/// Questions about the layer tree, and its rebuilding. What an edit leaves alone stays the same object, which is how
/// damage and history know.
public final class Tree {
    private Tree() {}

    /// The layers of `ids` in the order of the stack, bottom first, without those that lie within another of them.
    public static List<Layer> tops(Document document, Collection<LayerId> ids) {
        List<Layer> found = new ArrayList<>();
        collect(document.layers(), Set.copyOf(ids), found);
        return found;
    }

    private static void collect(List<Layer> layers, Set<LayerId> ids, List<Layer> found) {
        for (Layer layer : layers) {
            if (ids.contains(layer.id())) {
                found.add(layer);
            } else if (layer instanceof GroupLayer group) {
                collect(group.children(), ids, found);
            }
        }
    }

    /// The layer and all that it holds.
    public static Stream<Layer> of(Layer layer) {
        return layer instanceof GroupLayer group
                ? Stream.concat(Stream.of(layer), group.children().stream().flatMap(Tree::of))
                : Stream.of(layer);
    }

    /// The ids themselves and those of all that they hold.
    public static Set<LayerId> family(Document document, Collection<LayerId> ids) {
        Set<LayerId> family = new HashSet<>(ids);
        tops(document, ids).stream().flatMap(Tree::of).map(Layer::id).forEach(family::add);
        return family;
    }

    /// The groups that a layer is in, the outermost first.
    public static List<GroupLayer> ancestors(Document document, LayerId id) {
        return document.allLayers()
                .filter(layer -> !layer.id().equals(id) && LayerMoves.holds(layer, id))
                .map(GroupLayer.class::cast)
                .toList();
    }

    /// The list that a layer stands in, bottom first; empty where there is no such layer.
    public static List<Layer> siblings(Document document, LayerId id) {
        if (document.layers().stream().anyMatch(layer -> layer.id().equals(id))) {
            return document.layers();
        }
        return LayerMoves.parent(document, id).map(GroupLayer::children).orElse(List.of());
    }

    /// The sibling directly below.
    public static Optional<Layer> below(Document document, LayerId id) {
        List<Layer> siblings = siblings(document, id);
        for (int i = 1; i < siblings.size(); i++) {
            if (siblings.get(i).id().equals(id)) {
                return Optional.of(siblings.get(i - 1));
            }
        }
        return Optional.empty();
    }

    /// Puts in place of each layer what `edit` gives for it. Where that is the layer itself, its children are gone
    /// through too.
    public static Document replaced(Document document, Function<Layer, List<Layer>> edit) {
        List<Layer> layers = replaced(document.layers(), edit);
        return layers == document.layers() ? document : document.withLayers(layers);
    }

    private static List<Layer> replaced(List<Layer> layers, Function<Layer, List<Layer>> edit) {
        List<Layer> result = new ArrayList<>();
        for (Layer layer : layers) {
            for (Layer kept : edit.apply(layer)) {
                result.add(kept == layer && layer instanceof GroupLayer group ? within(group, edit) : kept);
            }
        }
        return same(layers, result) ? layers : result;
    }

    private static Layer within(GroupLayer group, Function<Layer, List<Layer>> edit) {
        List<Layer> children = replaced(group.children(), edit);
        return children == group.children() ? group : group.withChildren(children);
    }

    private static boolean same(List<Layer> before, List<Layer> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) != after.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// Edits the layers of `ids`, wherever they are; of a group and its child both.
    public static Document edited(Document document, Collection<LayerId> ids, UnaryOperator<Layer> edit) {
        List<Layer> layers = edited(document.layers(), Set.copyOf(ids), edit);
        return layers == document.layers() ? document : document.withLayers(layers);
    }

    private static List<Layer> edited(List<Layer> layers, Set<LayerId> ids, UnaryOperator<Layer> edit) {
        List<Layer> result = new ArrayList<>();
        for (Layer layer : layers) {
            Layer inner = layer;
            if (layer instanceof GroupLayer group) {
                List<Layer> children = edited(group.children(), ids, edit);
                inner = children == group.children() ? group : group.withChildren(children);
            }
            result.add(ids.contains(layer.id()) ? edit.apply(inner) : inner);
        }
        return same(layers, result) ? layers : result;
    }

    /// The same lists edited by `edit`, innermost first: an order or a choice among siblings.
    static Document eachList(Document document, UnaryOperator<List<Layer>> edit) {
        List<Layer> layers = eachList(document.layers(), edit);
        return layers == document.layers() ? document : document.withLayers(layers);
    }

    private static List<Layer> eachList(List<Layer> layers, UnaryOperator<List<Layer>> edit) {
        List<Layer> inner = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof GroupLayer group) {
                List<Layer> children = eachList(group.children(), edit);
                inner.add(children == group.children() ? group : group.withChildren(children));
            } else {
                inner.add(layer);
            }
        }
        List<Layer> result = edit.apply(inner);
        return same(layers, result) ? layers : result;
    }

    /// The document without these layers; boxes stay.
    static Document without(Document document, Collection<LayerId> ids) {
        Set<LayerId> gone = Set.copyOf(ids);
        return replaced(document, layer -> gone.contains(layer.id()) ? List.of() : List.of(layer));
    }
}
