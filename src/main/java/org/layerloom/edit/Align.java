package org.layerloom.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;

/// The six ways to put boxes and layers against something.
public enum Align {
    LEFT,
    CENTER,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM;

    /// Puts one thing against the page, several against the bounds of all of them together. Unchanged where a lock
    /// holds one of them.
    public Document apply(Document document, List<LayerId> ids) {
        List<LayerId> things = things(document, ids);
        Rect frame = things.size() == 1 ? document.canvas() : Moves.place(document, things);
        if (Locked.position(document, things).isPresent()) {
            return document;
        }
        Document aligned = document;
        for (LayerId id : things) {
            Rect place = Moves.place(document, id);
            if (!place.isEmpty()) {
                aligned = Moves.by(aligned, id, dx(frame, place), dy(frame, place));
            }
        }
        return aligned;
    }

    private int dx(Rect frame, Rect place) {
        return switch (this) {
            case LEFT -> frame.x() - place.x();
            case CENTER -> frame.x() + Math.floorDiv(frame.width() - place.width(), 2) - place.x();
            case RIGHT -> frame.right() - place.right();
            default -> 0;
        };
    }

    private int dy(Rect frame, Rect place) {
        return switch (this) {
            case TOP -> frame.y() - place.y();
            case MIDDLE -> frame.y() + Math.floorDiv(frame.height() - place.height(), 2) - place.y();
            case BOTTOM -> frame.bottom() - place.bottom();
            default -> 0;
        };
    }

    /// What moves by itself: layers that are in none of the others, and boxes without a layer.
    static List<LayerId> things(Document document, List<LayerId> ids) {
        List<LayerId> things =
                new ArrayList<>(Tree.tops(document, ids).stream().map(Layer::id).toList());
        Set<LayerId> layers = document.allLayers().map(Layer::id).collect(Collectors.toSet());
        ids.stream()
                .filter(id -> !layers.contains(id) && document.region(id).isPresent())
                .forEach(things::add);
        return things;
    }
}
