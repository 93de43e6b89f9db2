package org.layerloom.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Where two documents differ in their pixels. Told by the identity of layers, rasters and their tiles, so it costs
/// next to nothing; regions, names and tags do not show in the picture and damage nothing.
public final class Damage {
    /// Alpha as a whole pixel: what a mask holds where its raster is not.
    private static final int ALPHA_SHIFT = 24;

    private final Areas areas = new Areas();

    private Damage() {}

    /// The parts of the canvas to composite anew when `after` takes the place of `before`: few rectangles that do
    /// not overlap, none where nothing is to be done.
    public static List<Rect> between(Document before, Document after) {
        if (!before.canvas().equals(after.canvas())) {
            return List.of(after.canvas());
        }
        Damage damage = new Damage();
        damage.compare(Place.of(before.layers()), Place.of(after.layers()));
        return damage.areas.within(after.canvas());
    }

    /// A layer among its siblings.
    ///
    /// @param base what it is clipped to; empty = nothing
    private record Place(Layer layer, Optional<Layer> base) {
        static List<Place> of(List<Layer> siblings) {
            List<Place> places = new ArrayList<>();
            for (ClipRun run : ClipRun.of(siblings)) {
                places.add(new Place(run.base(), Optional.empty()));
                run.clipped().forEach(layer -> places.add(new Place(layer, Optional.of(run.base()))));
            }
            return places;
        }

        /// Where the layer shows, and with it those clipped to it.
        Rect shown() {
            Rect own = Extent.of(layer);
            return base.map(Extent::of).map(own::intersect).orElse(own);
        }

        boolean onSameBase(Place other) {
            return baseId().equals(other.baseId());
        }

        private Optional<LayerId> baseId() {
            return base.map(Layer::id);
        }

        /// The base may have changed: that is its own damage.
        boolean isUnchanged(Place other) {
            return layer == other.layer && onSameBase(other);
        }

        boolean isOfSameLayer(Place other) {
            return layer.id().equals(other.layer.id());
        }
    }

    private void compare(List<Place> before, List<Place> after) {
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).isUnchanged(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).isUnchanged(after.get(after.size() - 1 - end))) {
            end++;
        }
        compareMiddle(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    }

    /// Layers that keep their order among each other are compared one by one; all others are damaged where they
    /// were and where they are.
    private void compareMiddle(List<Place> before, List<Place> after) {
        long[][] kept = keptAreas(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).isOfSameLayer(after.get(j))) {
                compare(before.get(i++), after.get(j++));
            } else if (j == after.size() || i < before.size() && kept[i + 1][j] >= kept[i][j + 1]) {
                areas.add(before.get(i++).shown());
            } else {
                areas.add(after.get(j++).shown());
            }
        }
    }

    /// Element i, j: the most area that layers can keep which stand in the same order in the lists from i and from
    /// j on. By area, because of two layers that swapped places the smaller is to count as the moved one.
    private static long[][] keptAreas(List<Place> before, List<Place> after) {
        long[][] kept = new long[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                kept[i][j] = before.get(i).isOfSameLayer(after.get(j))
                        ? kept[i + 1][j + 1] + 1 + before.get(i).layer.bounds().area()
                        : Math.max(kept[i + 1][j], kept[i][j + 1]);
            }
        }
        return kept;
    }

    private void compare(Place before, Place after) {
        if (before.isUnchanged(after)) {
            return;
        }
        Rect was = before.shown();
        Rect is = after.shown();
        if (!before.onSameBase(after) || !drawnAlike(before.layer.props(), after.layer.props())) {
            areas.add(was);
            areas.add(is);
            return;
        }
        Rect shown = was.union(is);
        addMasks(before.layer.props().mask(), after.layer.props().mask(), shown);
        if (before.layer instanceof GroupLayer one && after.layer instanceof GroupLayer two) {
            Damage inside = new Damage();
            inside.compare(Place.of(one.children()), Place.of(two.children()));
            inside.areas.within(shown).forEach(areas::add);
        } else if (before.layer instanceof RasterLayer one && after.layer instanceof RasterLayer two) {
            addRasters(one, two, was, is);
        }
    }

    /// But for masks' pixels, and for those of the layer or its children.
    private static boolean drawnAlike(LayerProps one, LayerProps two) {
        return one.blending().equals(two.blending())
                && one.visible() == two.visible()
                && one.mask().map(Damage::settings).equals(two.mask().map(Damage::settings));
    }

    /// All of a mask but its pixels.
    private static Mask settings(Mask mask) {
        return mask.withRaster(Raster.empty(), 0, 0);
    }

    private void addMasks(Optional<Mask> before, Optional<Mask> after, Rect shown) {
        if (before.isPresent() && before.get().enabled()) {
            Mask one = before.get();
            Mask two = after.orElseThrow();
            int outside = one.outside() << ALPHA_SHIFT;
            Rect differing = one.raster().differences(two.raster(), two.x() - one.x(), two.y() - one.y(), outside);
            areas.add(differing.translate(one.x(), one.y()).intersect(shown));
        }
    }

    private void addRasters(RasterLayer before, RasterLayer after, Rect was, Rect is) {
        Rect one = before.bounds();
        Rect two = after.bounds();
        if (before.raster() == after.raster() && (one.x() != two.x() || one.y() != two.y())) {
            areas.add(was);
            areas.add(is);
        } else {
            Rect differing = before.raster().differences(after.raster(), two.x() - one.x(), two.y() - one.y(), 0);
            areas.add(differing.translate(one.x(), one.y()).intersect(was.union(is)));
        }
    }
}
