package org.layerloom.ui.tools;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.edit.Moves;
import org.layerloom.generate.GenerateRequest;

/// The box tool. The selected box is stretched by its handles and moved by its inside, any other by its outline; a
/// drag that begins elsewhere draws a new box, over other boxes too, and a click selects the topmost box.
public final class RegionTool implements Tool {
    /// Half the width of the band along an outline that a box is taken by, view px.
    private static final double OUTLINE = 4;

    private static final String FULL =
            "A page holds at most " + GenerateRequest.MAX_BOXES + " boxes. Delete one to draw another.";

    @Override
    public Gesture press(Document document, Optional<LayerId> selection, Pointer at) {
        Optional<Region> selected = selection.flatMap(document::region);
        Optional<Handle> handle = selected.flatMap(region -> Handle.under(region.box(), at));
        if (handle.isPresent()) {
            return new Stretch(selected.get().layer(), handle.get(), at);
        }
        return grabbed(document, selected, at)
                .<Gesture>map(region -> new Move(region.layer(), at))
                .orElseGet(() -> new Draw(at));
    }

    @Override
    public Cue cue(Document document, Optional<LayerId> selection, Pointer at) {
        Optional<Region> selected = selection.flatMap(document::region);
        Optional<Handle> handle = selected.flatMap(region -> Handle.under(region.box(), at));
        if (handle.isPresent()) {
            return new Cue(Cue.stretch(handle.get()), selection);
        }
        Optional<Region> grabbed = grabbed(document, selected, at);
        return grabbed.map(region -> new Cue(Cue.Shape.MOVE, Optional.of(region.layer())))
                .orElseGet(() -> new Cue(Cue.Shape.DRAW, topmost(document, at).map(Region::layer)));
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
    private record Draw(Pointer start) implements Gesture {
        @Override
        public String label() {
            return "Add box";
        }

        @Override
        public Optional<LayerId> selection() {
            return Optional.empty();
        }

        @Override
        public Document drag(Document document, Pointer to) {
            Rect box = Boxes.draw(start, to, document.canvas());
            return box.isEmpty() || isFull(document) ? document : document.addRegion(box);
        }

        @Override
        public Release release(Document document, Pointer to) {
            if (isFull(document)) {
                return new Release(document, Optional.empty(), Optional.of(FULL));
            }
            Rect box = Boxes.draw(start, to, document.canvas());
            return Math.min(box.width(), box.height()) < Boxes.MIN_SIDE
                    ? Release.of(document, Optional.empty())
                    : Release.of(document.addRegion(box), Optional.of(document.newId()));
        }

        @Override
        public Release click(Document document) {
            return Release.of(document, topmost(document, start).map(Region::layer));
        }

        @Override
        public Optional<Rect> readout(Document document, Pointer to) {
            return Optional.of(Boxes.draw(start, to, document.canvas())).filter(box -> !box.isEmpty());
        }

        private static boolean isFull(Document document) {
            return document.regions().size() >= GenerateRequest.MAX_BOXES;
        }
    }

    /// Moves a box, with the layer made from it; Shift keeps to one direction.
    private record Move(LayerId id, Pointer start) implements Gesture {
        @Override
        public String label() {
            return "Move box";
        }

        @Override
        public Optional<LayerId> selection() {
            return Optional.of(id);
        }

        @Override
        public Document drag(Document document, Pointer to) {
            Optional<Region> region = document.region(id);
            if (region.isEmpty()) {
                return document;
            }
            Offset offset = Offset.between(start, to);
            Rect box = region.get().box();
            return Moves.by(
                    document,
                    id,
                    Boxes.withinPage(box.x(), box.width(), offset.dx(), document.width()),
                    Boxes.withinPage(box.y(), box.height(), offset.dy(), document.height()));
        }
    }

    /// Stretches a box by a handle; the layer made from it stays as it is until it is made anew.
    private record Stretch(LayerId id, Handle handle, Pointer start) implements Gesture {
        @Override
        public String label() {
            return "Resize box";
        }

        @Override
        public Optional<LayerId> selection() {
            return Optional.of(id);
        }

        @Override
        public Document drag(Document document, Pointer to) {
            return document.withRegion(id, region -> region.withBox(stretched(document, region, to)));
        }

        @Override
        public Optional<Rect> readout(Document document, Pointer to) {
            return document.region(id).map(region -> stretched(document, region, to));
        }

        private Rect stretched(Document document, Region region, Pointer to) {
            return Boxes.resize(
                    region.box(),
                    handle,
                    to.x() - start.x(),
                    to.y() - start.y(),
                    to.shift(),
                    to.alt(),
                    document.canvas());
        }
    }
}
