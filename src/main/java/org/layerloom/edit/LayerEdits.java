package org.layerloom.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// The layer list's edits of a document, without a window.
public final class LayerEdits {
    private LayerEdits() {}

    /// Puts copies of the layers, with all that they hold, above the topmost of them. The copies' ids follow from
    /// `Document.newId()` of the document given; boxes are not copied.
    ///
    /// @param name the copy's name by that of the original
    public static Document duplicate(Document document, List<LayerId> ids, UnaryOperator<String> name) {
        List<Layer> originals = Tree.tops(document, ids);
        if (originals.isEmpty()) {
            return document;
        }
        int[] next = {document.nextId()};
        List<Layer> copies = new ArrayList<>();
        for (Layer layer : originals) {
            copies.add(copy(layer, next).with(props -> props.withName(name.apply(layer.name()))));
        }
        return inserted(document, copies, originals.getLast().id());
    }

    /// Puts layers with ids of their own above the layer `below`, or on top of all where there is no such layer.
    static Document inserted(Document document, List<Layer> layers, LayerId below) {
        if (document.layer(below).isEmpty()) {
            return document.withLayers(
                    Stream.concat(document.layers().stream(), layers.stream()).toList());
        }
        return LayerMoves.followed(Tree.replaced(
                document,
                layer -> layer.id().equals(below)
                        ? Stream.concat(Stream.of(layer), layers.stream()).toList()
                        : List.of(layer)));
    }

    /// A layer without pixels above `above`, or on top where there is no such layer; `Document.newId()` of the
    /// document given is its id.
    public static Document addEmpty(Document document, Optional<LayerId> above, String name) {
        LayerProps props = LayerProps.named(document.newId(), name).withTag((document.nextId() - 1) % LayerProps.TAGS);
        Layer layer = new PixelLayer(props, Raster.empty());
        return above.map(id -> inserted(document, List.of(layer), id)).orElseGet(() -> document.add(layer));
    }

    /// Puts copies of layers, of this document or another, above the topmost of `ids`, or on top of all. The copies'
    /// ids follow from `Document.newId()`.
    public static Document paste(Document document, List<Layer> layers, List<LayerId> ids) {
        int[] next = {document.nextId()};
        List<Layer> copies = new ArrayList<>();
        layers.forEach(layer -> copies.add(copy(layer, next)));
        List<Layer> chosen = Tree.tops(document, ids);
        return chosen.isEmpty()
                ? document.withLayers(Stream.concat(document.layers().stream(), copies.stream())
                        .toList())
                : inserted(document, copies, chosen.getLast().id());
    }

    /// Gives the layers and their boxes a colour tag.
    public static Document tag(Document document, List<LayerId> ids, int tag) {
        return props(ids, props -> props.withTag(tag))
                .apply(document)
                .withRegions(document.regions().stream()
                        .map(region -> ids.contains(region.layer()) ? region.withTag(tag) : region)
                        .toList());
    }

    /// The layer and all that it holds with new ids, counted on from `next`.
    static Layer copy(Layer layer, int[] next) {
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
        return solo(document, List.of(id));
    }

    /// Shows nothing but these layers, what they hold, the groups that they are in and the bases that they are
    /// clipped to; where that is so already, shows all.
    public static Document solo(Document document, List<LayerId> ids) {
        Set<LayerId> chosen = new HashSet<>(ids);
        ids.forEach(id -> Clipping.base(document, id).ifPresent(base -> chosen.add(base.id())));
        if (Tree.tops(document, chosen).isEmpty()) {
            return document;
        }
        List<Layer> alone = only(document.layers(), chosen);
        return alone.equals(document.layers())
                ? document.withLayers(all(document.layers()))
                : document.withLayers(alone);
    }

    private static List<Layer> only(List<Layer> layers, Set<LayerId> chosen) {
        List<Layer> result = new ArrayList<>();
        for (Layer layer : layers) {
            boolean within = Tree.of(layer).map(Layer::id).anyMatch(chosen::contains);
            Layer shown = shown(layer, within);
            result.add(
                    within && !chosen.contains(layer.id()) && shown instanceof GroupLayer group
                            ? group.withChildren(only(group.children(), chosen))
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

    /// Shows the layers, or hides them.
    public static Document show(Document document, List<LayerId> ids, boolean visible) {
        return Tree.edited(document, ids, layer -> shown(layer, visible));
    }

    /// Locks the layers in every way; where all of them are locked so, unlocks them.
    public static Document toggleLocks(Document document, List<LayerId> ids) {
        boolean locked = ids.stream()
                .flatMap(id -> document.layer(id).stream())
                .allMatch(layer -> layer.props().locks().equals(Locks.ALL));
        return props(ids, props -> props.withLocks(locked ? Locks.NONE : Locks.ALL))
                .apply(document);
    }

    /// The same object where nothing changes, which is how damage knows.
    private static Layer shown(Layer layer, boolean visible) {
        return layer.props().visible() == visible ? layer : layer.with(props -> props.withVisible(visible));
    }

    /// An edit of the properties of one layer.
    public static UnaryOperator<Document> props(LayerId id, UnaryOperator<LayerProps> edit) {
        return document -> document.with(id, layer -> layer.with(edit));
    }

    /// An edit of the properties of several layers.
    public static UnaryOperator<Document> props(List<LayerId> ids, UnaryOperator<LayerProps> edit) {
        return document -> Tree.edited(document, ids, layer -> layer.with(edit));
    }

    /// Gives the layers the next blend mode in the order of the menu, or the one before; only groups pass through.
    public static Document cycleMode(Document document, List<LayerId> ids, boolean forward) {
        return Tree.edited(document, ids, layer -> layer.with(props -> props.withBlendMode(next(layer, forward))));
    }

    private static BlendMode next(Layer layer, boolean forward) {
        List<BlendMode> modes = Arrays.stream(BlendMode.values())
                .filter(mode -> mode != BlendMode.PASS_THROUGH || layer instanceof GroupLayer)
                .toList();
        int at = modes.indexOf(layer.props().blendMode()) + (forward ? 1 : -1);
        return modes.get(Math.floorMod(at, modes.size()));
    }
}
