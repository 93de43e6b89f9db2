package org.layerloom.ui.tools;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.edit.LayerMoves;
import org.layerloom.edit.Moves;

/// What of a document lies under the pointer.
final class Targets {
    private Targets() {}

    /// What a press would take: of the selection what is under the pointer, else the topmost visible layer, else an
    /// empty box, else the background.
    static Optional<LayerId> at(Document document, List<LayerId> selection, Pointer at) {
        Optional<LayerId> seen = topmost(document.layers(), at);
        return selection.reversed().stream()
                .filter(id -> holds(document, id, at))
                .findFirst()
                .or(() -> seen.filter(id -> !isBackground(document, id)))
                .or(() -> emptyBox(document, at))
                .or(() -> seen);
    }

    private static Optional<LayerId> emptyBox(Document document, Pointer at) {
        return document.regions().reversed().stream()
                .filter(region ->
                        document.layer(region.layer()).isEmpty() && region.box().contains(at.column(), at.row()))
                .map(Region::layer)
                .findFirst();
    }

    /// Whether the selected thing is under the pointer: a group or a box by its bounds, a layer by its alpha.
    private static boolean holds(Document document, LayerId id, Pointer at) {
        return switch (document.layer(id).orElse(null)) {
            case RasterLayer layer -> isSeenAt(layer, at);
            case GroupLayer group -> topmost(List.of(group), at).isPresent();
            case null -> Moves.place(document, id).contains(at.column(), at.row());
        };
    }

    private static Optional<LayerId> topmost(List<Layer> layers, Pointer at) {
        for (Layer layer : layers.reversed()) {
            Optional<LayerId> found = switch (layer) {
                case RasterLayer pixels when isSeenAt(pixels, at) -> Optional.of(pixels.id());
                case GroupLayer group when group.props().visible() -> topmost(group.children(), at);
                default -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isSeenAt(RasterLayer layer, Pointer at) {
        Rect bounds = layer.bounds();
        return layer.props().visible()
                && layer.props().opacity() > 0
                && bounds.contains(at.column(), at.row())
                && layer.raster().argb(at.column() - bounds.x(), at.row() - bounds.y()) >>> 24 != 0;
    }

    static boolean isUnselectedBackground(Document document, List<LayerId> selection, LayerId id) {
        return isBackground(document, id) && !selection.contains(id);
    }

    /// Whether it is the lowest layer and covers the page.
    static boolean isBackground(Document document, LayerId id) {
        return document.layers().stream()
                .limit(1)
                .anyMatch(layer -> layer.id().equals(id) && layer.bounds().contains(document.canvas()));
    }

    /// Whether `id` is `held` itself, a box or a layer, or in it.
    static boolean belongs(Document document, LayerId held, LayerId id) {
        return held.equals(id) || isInside(document, held, id);
    }

    /// Whether the layer `id` is the layer `held` or in it.
    static boolean isInside(Document document, LayerId held, LayerId id) {
        return document.layer(held).filter(layer -> LayerMoves.holds(layer, id)).isPresent();
    }
}
