package org.layerloom.edit;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Moving and deleting what an id stands for: a box, its layer, or both as one thing. A group takes its children
/// along.
public final class Moves {
    private Moves() {}

    /// Moves layer and box of `id` by whole pixels.
    public static Document by(Document document, LayerId id, int dx, int dy) {
        if (dx == 0 && dy == 0) {
            return document;
        }
        Set<LayerId> moved = family(document, id);
        return document.with(id, layer -> layer.translate(dx, dy))
                .withRegions(document.regions().stream()
                        .map(r -> moved.contains(r.layer()) ? r.withBox(r.box().translate(dx, dy)) : r)
                        .toList());
    }

    /// The document without layer and box of `id`.
    public static Document delete(Document document, LayerId id) {
        Set<LayerId> gone = family(document, id);
        return document.without(id)
                .withRegions(document.regions().stream()
                        .filter(r -> !gone.contains(r.layer()))
                        .toList());
    }

    /// Where the thing lies: its box, else the layer's pixels.
    public static Rect place(Document document, LayerId id) {
        return document.region(id)
                .map(Region::box)
                .or(() -> document.layer(id).map(Layer::bounds))
                .orElse(Rect.EMPTY);
    }

    /// What to call it: the layer's name, else "Box" and its number.
    public static String name(Document document, LayerId id) {
        return document.layer(id).map(Layer::name).orElseGet(() -> "Box " + id.value());
    }

    private static Set<LayerId> family(Document document, LayerId id) {
        Set<LayerId> family = new HashSet<>(Set.of(id));
        document.layer(id).ifPresent(layer -> tree(layer).map(Layer::id).forEach(family::add));
        return family;
    }

    private static Stream<Layer> tree(Layer layer) {
        return layer instanceof GroupLayer group
                ? Stream.concat(Stream.of(layer), group.children().stream().flatMap(Moves::tree))
                : Stream.of(layer);
    }
}
