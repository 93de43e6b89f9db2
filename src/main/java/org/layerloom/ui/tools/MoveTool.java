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
import org.layerloom.edit.Moves;

/// The move tool: drags the selected layer where the pointer is on it, else the topmost visible layer that has
/// something under the pointer. A background that fills the page is only selected by the first press, so that it
/// does not slip away.
public final class MoveTool implements Tool {
    @Override
    public Gesture press(Document document, Optional<LayerId> selection, Pointer at) {
        Optional<LayerId> target = target(document, selection, at);
        if (target.isEmpty() || isUnselectedBackground(document, selection, target.get())) {
            return new Gesture.Pick(target);
        }
        return new Drag(target.get(), at);
    }

    @Override
    public Cue cue(Document document, Optional<LayerId> selection, Pointer at) {
        Optional<LayerId> target = target(document, selection, at);
        boolean moves = target.isPresent() && !isUnselectedBackground(document, selection, target.get());
        return new Cue(moves ? Cue.Shape.MOVE : Cue.Shape.ARROW, target);
    }

    private static Optional<LayerId> target(Document document, Optional<LayerId> selection, Pointer at) {
        Optional<LayerId> seen = topmost(document.layers(), at);
        return selection
                .filter(id -> holds(document, id, at))
                .or(() -> seen.filter(id -> !isBackground(document, id)))
                .or(() -> document.regions().reversed().stream()
                        .filter(region -> document.layer(region.layer()).isEmpty()
                                && region.box().contains(at.column(), at.row()))
                        .map(Region::layer)
                        .findFirst())
                .or(() -> seen);
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

    private static boolean isUnselectedBackground(Document document, Optional<LayerId> selection, LayerId id) {
        return isBackground(document, id) && !selection.equals(Optional.of(id));
    }

    private static boolean isBackground(Document document, LayerId id) {
        return document.layers().stream()
                .limit(1)
                .anyMatch(layer -> layer.id().equals(id) && layer.bounds().contains(document.canvas()));
    }

    /// Moves a layer with its box; it may leave the page. Shift keeps to one direction.
    private record Drag(LayerId id, Pointer start) implements Gesture {
        @Override
        public String label() {
            return "Move layer";
        }

        @Override
        public Optional<LayerId> selection() {
            return Optional.of(id);
        }

        @Override
        public Document drag(Document document, Pointer to) {
            Offset offset = Offset.between(start, to);
            return Moves.by(document, id, offset.dx(), offset.dy());
        }
    }
}
