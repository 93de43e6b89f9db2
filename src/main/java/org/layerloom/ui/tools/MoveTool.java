package org.layerloom.ui.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.edit.LayerEdits;
import org.layerloom.edit.Locked;
import org.layerloom.edit.Moves;
import org.layerloom.edit.Tree;
import org.layerloom.words.Words;

/// The move tool: drags all that is selected where the pointer is on it, else the topmost visible layer that has
/// something under the pointer. A background that fills the page is only selected by the first press, so that it
/// does not slip away; a drag that begins on it sweeps a rectangle and selects what it meets.
public final class MoveTool implements Tool {
    private final Supplier<SnapSettings> snap;

    public MoveTool(Supplier<SnapSettings> snap) {
        this.snap = snap;
    }

    @Override
    public Gesture press(Document document, List<LayerId> selection, Pointer at) {
        Optional<LayerId> target = Targets.at(document, selection, at);
        boolean adds = at.shift() || at.ctrl();
        if (target.isEmpty() || Targets.isUnselectedBackground(document, selection, target.get())) {
            return adds
                    ? new Sweep(selection, selection, at)
                    : new Sweep(target.stream().toList(), List.of(), at);
        }
        LayerId id = target.get();
        if (selection.contains(id) || selection.stream().anyMatch(held -> Targets.isInside(document, held, id))) {
            return drag(document, selection, adds ? without(selection, id) : List.of(id), at);
        }
        List<LayerId> moved = adds ? with(selection, id) : List.of(id);
        return drag(document, moved, moved, at);
    }

    /// Copies that are dragged snap to their originals too.
    private Gesture drag(Document document, List<LayerId> moved, List<LayerId> clicked, Pointer at) {
        Snapping snapping = Snapping.of(document, at.alt() ? List.of() : moved, snap.get());
        return new Drag(moved, clicked, at, Moves.place(document, moved), snapping);
    }

    @Override
    public Cue cue(Document document, List<LayerId> selection, Pointer at) {
        Optional<LayerId> target = Targets.at(document, selection, at);
        boolean moves = target.isPresent() && !Targets.isUnselectedBackground(document, selection, target.get());
        return new Cue(moves ? Cue.Shape.MOVE : Cue.Shape.ARROW, target);
    }

    private static List<LayerId> with(List<LayerId> selection, LayerId id) {
        return Stream.concat(selection.stream(), Stream.of(id)).toList();
    }

    private static List<LayerId> without(List<LayerId> selection, LayerId id) {
        return selection.stream().filter(held -> !held.equals(id)).toList();
    }

    /// Moves layers with their boxes; they may leave the page. Shift keeps to one direction, Alt moves copies.
    ///
    /// @param clicked what a mere click selects
    /// @param place where all of it lay at the press
    private record Drag(List<LayerId> selection, List<LayerId> clicked, Pointer start, Rect place, Snapping snapping)
            implements Gesture {
        @Override
        public String label() {
            return Words.of(MoveTool.class)
                    .text(start.alt() ? "history.copy" : selection.size() > 1 ? "history.move.many" : "history.move");
        }

        @Override
        public Document drag(Document document, Pointer to) {
            return release(document, to).document();
        }

        @Override
        public Release release(Document document, Pointer to) {
            Offset offset = offset(to);
            if (start.alt()) {
                return copied(document, offset);
            }
            return Locked.position(document, selection)
                    .map(layer -> Release.refused(
                            document, selection, Words.of(MoveTool.class).text("refused.position", layer.name())))
                    .orElseGet(() -> Release.of(Moves.by(document, selection, offset.dx(), offset.dy()), selection));
        }

        private Release copied(Document document, Offset offset) {
            List<LayerId> copies = new ArrayList<>();
            int next = document.nextId();
            for (Layer layer : Tree.tops(document, selection)) {
                copies.add(new LayerId(next));
                next += (int) Tree.of(layer).count();
            }
            Document copied = LayerEdits.duplicate(
                    document, selection, name -> Words.of(MoveTool.class).text("name.copy", name));
            for (LayerId id : selection) {
                if (document.layer(id).isEmpty() && document.region(id).isPresent()) {
                    copies.add(copied.newId());
                    copied = copied.addRegion(document.region(id).get().box());
                }
            }
            return Release.of(Moves.by(copied, copies, offset.dx(), offset.dy()), copies);
        }

        @Override
        public Release click(Document document) {
            return Release.of(document, clicked);
        }

        @Override
        public Feedback feedback(Document document, Pointer to) {
            Offset offset = offset(to);
            Rect moved = place.translate(offset.dx(), offset.dy());
            return new Feedback(offset.dx() + ", " + offset.dy(), snapping.lines(moved, start, to), Optional.empty());
        }

        private Offset offset(Pointer to) {
            return snapping.move(place, Offset.between(start, to), start, to);
        }
    }

    /// Selects what a rectangle meets, beside what was selected before.
    ///
    /// @param kept what was selected before and stays so
    private record Sweep(List<LayerId> selection, List<LayerId> kept, Pointer start) implements Gesture {
        @Override
        public String label() {
            return Words.of(MoveTool.class).text("history.select");
        }

        @Override
        public Document drag(Document document, Pointer to) {
            return document;
        }

        @Override
        public Release release(Document document, Pointer to) {
            Rect swept = swept(to);
            Stream<LayerId> met = Stream.concat(
                            document.layers().stream()
                                    .filter(layer -> layer.props().visible())
                                    .filter(layer -> !Targets.isBackground(document, layer.id()))
                                    .map(Layer::id),
                            document.regions().stream()
                                    .map(Region::layer)
                                    .filter(id -> document.layer(id).isEmpty()))
                    .filter(id -> !Moves.place(document, id).intersect(swept).isEmpty());
            return Release.of(
                    document, Stream.concat(kept.stream(), met).distinct().toList());
        }

        @Override
        public Feedback feedback(Document document, Pointer to) {
            return new Feedback("", List.of(), Optional.of(swept(to)));
        }

        private Rect swept(Pointer to) {
            return Rect.between(
                    (int) Math.round(start.x()), (int) Math.round(start.y()), (int) Math.round(to.x()), (int)
                            Math.round(to.y()));
        }
    }
}
