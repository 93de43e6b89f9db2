package org.layerloom.ui.tools;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.edit.Locked;
import org.layerloom.edit.Moves;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.words.Words;

/// The box tool. The selected box is stretched by its handles and moved by its inside, any other by its outline; a
/// drag that begins elsewhere draws a new box, over other boxes too, and a click selects the topmost box.
public final class RegionTool implements Tool {
    /// Half the width of the band along an outline that a box is taken by, view px.
    private static final double OUTLINE = 4;

    private final Supplier<SnapSettings> snap;

    public RegionTool(Supplier<SnapSettings> snap) {
        this.snap = snap;
    }

    @Override
    public Gesture press(Document document, List<LayerId> selection, Pointer at) {
        Optional<Region> selected = primary(document, selection);
        Optional<Handle> handle = selected.flatMap(region -> Handle.under(region.box(), at));
        if (handle.isPresent()) {
            return new Stretch(selected.get().layer(), handle.get(), at, snapping(document, selected));
        }
        return grabbed(document, selected, at)
                .<Gesture>map(region -> new Move(region.layer(), at, snapping(document, Optional.of(region))))
                .orElseGet(() -> new Draw(at, snapping(document, Optional.empty())));
    }

    private Snapping snapping(Document document, Optional<Region> moving) {
        return Snapping.of(document, moving.map(Region::layer).stream().toList(), snap.get());
    }

    @Override
    public Cue cue(Document document, List<LayerId> selection, Pointer at) {
        Optional<Region> selected = primary(document, selection);
        Optional<Handle> handle = selected.flatMap(region -> Handle.under(region.box(), at));
        if (handle.isPresent()) {
            return new Cue(Cue.stretch(handle.get()), selected.map(Region::layer));
        }
        Optional<Region> grabbed = grabbed(document, selected, at);
        return grabbed.map(region -> new Cue(Cue.Shape.MOVE, Optional.of(region.layer())))
                .orElseGet(() -> new Cue(Cue.Shape.DRAW, topmost(document, at).map(Region::layer)));
    }

    private static Optional<Region> primary(Document document, List<LayerId> selection) {
        return selection.isEmpty() ? Optional.empty() : document.region(selection.getLast());
    }

    /// The box that a drag from here would move: the selected one by its inside, any by its outline.
    private static Optional<Region> grabbed(Document document, Optional<Region> selected, Pointer at) {
        return selected.filter(region -> region.box().contains(at.column(), at.row()))
                .or(() -> topmostFirst(document).stream()
                        .filter(region -> isOnOutline(region.box(), at))
                        .findFirst());
    }

    private static boolean isOnOutline(Rect box, Pointer at) {
        double reach = OUTLINE * at.pixel();
        boolean within = at.x() >= box.x() - reach
                && at.x() <= box.right() + reach
                && at.y() >= box.y() - reach
                && at.y() <= box.bottom() + reach;
        boolean inside = at.x() > box.x() + reach
                && at.x() < box.right() - reach
                && at.y() > box.y() + reach
                && at.y() < box.bottom() - reach;
        return within && !inside;
    }

    private static Optional<Region> topmost(Document document, Pointer at) {
        return topmostFirst(document).stream()
                .filter(region -> region.box().contains(at.column(), at.row()))
                .findFirst();
    }

    private static List<Region> topmostFirst(Document document) {
        return document.regions().reversed();
    }

    /// Draws a new box, or selects where it was only a click.
    private record Draw(Pointer start, Snapping snapping) implements Gesture {
        @Override
        public String label() {
            return Words.of(RegionTool.class).text("history.box.add");
        }

        @Override
        public List<LayerId> selection() {
            return List.of();
        }

        @Override
        public Document drag(Document document, Pointer to) {
            Rect box = box(document, to);
            return box.isEmpty() || isFull(document) ? document : document.addRegion(box);
        }

        @Override
        public Release release(Document document, Pointer to) {
            if (isFull(document)) {
                return Release.refused(
                        document,
                        List.of(),
                        Words.of(RegionTool.class).text("refused.full", GenerateRequest.MAX_BOXES));
            }
            Rect box = box(document, to);
            return Math.min(box.width(), box.height()) < Boxes.MIN_SIDE
                    ? Release.of(document, List.of())
                    : Release.of(document.addRegion(box), List.of(document.newId()));
        }

        @Override
        public Release click(Document document) {
            return Release.of(
                    document,
                    topmost(document, start).map(Region::layer).stream().toList());
        }

        @Override
        public Feedback feedback(Document document, Pointer to) {
            Rect box = box(document, to);
            return box.isEmpty()
                    ? Feedback.NONE
                    : new Feedback(Feedback.size(box), snapping.lines(box, start, to), Optional.empty());
        }

        private Rect box(Document document, Pointer to) {
            return Boxes.draw(snapping.corner(start, start), snapping.corner(start, to), document.canvas());
        }

        private static boolean isFull(Document document) {
            return document.regions().size() >= GenerateRequest.MAX_BOXES;
        }
    }

    /// Moves a box, with the layer made from it; Shift keeps to one direction.
    private record Move(LayerId id, Pointer start, Snapping snapping) implements Gesture {
        @Override
        public String label() {
            return Words.of(RegionTool.class).text("history.box.move");
        }

        @Override
        public List<LayerId> selection() {
            return List.of(id);
        }

        @Override
        public Document drag(Document document, Pointer to) {
            Optional<Region> region = document.region(id);
            if (region.isEmpty()) {
                return document;
            }
            Offset offset = offset(document, region.get().box(), to);
            return Moves.by(document, id, offset.dx(), offset.dy());
        }

        private Offset offset(Document document, Rect box, Pointer to) {
            Offset offset = snapping.move(box, Offset.between(start, to), start, to);
            return new Offset(
                    Boxes.withinPage(box.x(), box.width(), offset.dx(), document.width()),
                    Boxes.withinPage(box.y(), box.height(), offset.dy(), document.height()));
        }

        @Override
        public Release release(Document document, Pointer to) {
            return Locked.position(document, List.of(id))
                    .map(layer -> Release.refused(
                            document, selection(), Words.of(RegionTool.class).text("refused.position", layer.name())))
                    .orElseGet(() -> Release.of(drag(document, to), selection()));
        }

        @Override
        public Feedback feedback(Document document, Pointer to) {
            return document.region(id)
                    .map(Region::box)
                    .map(box -> {
                        Offset offset = offset(document, box, to);
                        Rect moved = box.translate(offset.dx(), offset.dy());
                        return new Feedback(
                                moved.x() + ", " + moved.y(), snapping.lines(moved, start, to), Optional.empty());
                    })
                    .orElse(Feedback.NONE);
        }
    }

    /// Stretches a box by a handle; the layer made from it stays as it is until it is made anew.
    private record Stretch(LayerId id, Handle handle, Pointer start, Snapping snapping) implements Gesture {
        @Override
        public String label() {
            return Words.of(RegionTool.class).text("history.box.resize");
        }

        @Override
        public List<LayerId> selection() {
            return List.of(id);
        }

        @Override
        public Document drag(Document document, Pointer to) {
            return document.withRegion(id, region -> region.withBox(stretched(document, region, to)));
        }

        @Override
        public Feedback feedback(Document document, Pointer to) {
            return document.region(id)
                    .map(region -> stretched(document, region, to))
                    .map(box -> new Feedback(Feedback.size(box), snapping.lines(box, start, to), Optional.empty()))
                    .orElse(Feedback.NONE);
        }

        private Rect stretched(Document document, Region region, Pointer to) {
            Rect box = region.box();
            Pointer snapped = snapping.stretched(
                    start,
                    to,
                    handle.x(box) + to.x() - start.x(),
                    handle.y(box) + to.y() - start.y(),
                    handle.horizontal() != 0,
                    handle.vertical() != 0);
            return Boxes.resize(
                    box,
                    handle,
                    snapped.x() - start.x(),
                    snapped.y() - start.y(),
                    to.shift(),
                    to.alt(),
                    document.canvas());
        }
    }
}
