package org.layerloom.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Moving and deleting what an id stands for: a box, its layer, or both as one thing. A group takes its children
/// along.
public final class Moves {
    private Moves() {}

    /// Moves layer and box of `id` by whole pixels; unchanged where a lock holds the layer.
    public static Document by(Document document, LayerId id, int dx, int dy) {
        return by(document, List.of(id), dx, dy);
    }

    /// Moves several things by whole pixels, a group and its child together once. Unchanged where a lock holds any of
    /// them.
    public static Document by(Document document, List<LayerId> ids, int dx, int dy) {
        if (dx == 0 && dy == 0 || Locked.position(document, ids).isPresent()) {
            return document;
        }
        List<LayerId> tops = Tree.tops(document, ids).stream().map(Layer::id).toList();
        Set<LayerId> moved = Tree.family(document, ids);
        Document shifted = Tree.edited(document, tops, layer -> layer.translate(dx, dy));
        return shifted.withRegions(document.regions().stream()
                .map(r -> moved.contains(r.layer()) ? r.withBox(r.box().translate(dx, dy)) : r)
                .toList());
    }

    /// The document without layer and box of `id`.
    public static Document delete(Document document, LayerId id) {
        return delete(document, List.of(id));
    }

    /// The document without these layers, what they hold, and their boxes. Unchanged where one is locked in every
    /// way.
    public static Document delete(Document document, List<LayerId> ids) {
        if (Locked.whole(document, ids).isPresent()) {
            return document;
        }
        Set<LayerId> gone = Tree.family(document, ids);
        Document without = Tree.without(document, ids);
        return without.withRegions(document.regions().stream()
                .filter(r -> !gone.contains(r.layer()))
                .toList());
    }

    /// Where several things lie together.
    public static Rect place(Document document, List<LayerId> ids) {
        Set<LayerId> sought = new HashSet<>(ids);
        Rect boxes = Rect.EMPTY;
        for (Region region : document.regions()) {
            if (sought.remove(region.layer())) {
                boxes = boxes.union(region.box());
            }
        }
        return document.allLayers()
                .filter(layer -> sought.contains(layer.id()))
                .map(Layer::bounds)
                .reduce(boxes, Rect::union);
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
}
