package org.layerloom.composite;

import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Where two documents differ in their pixels. Told by the identity of layers and rasters, so it costs next to
/// nothing; regions, names and tags do not show in the picture and damage nothing.
public final class Damage {
    private Damage() {}

    /// The part of the canvas to composite anew when `after` takes the place of `before`; empty where nothing does.
    public static Rect between(Document before, Document after) {
        if (!before.canvas().equals(after.canvas())) {
            return after.canvas();
        }
        return between(before.layers(), after.layers()).intersect(after.canvas());
    }

    private static Rect between(List<Layer> before, List<Layer> after) {
        int start = 0;
        while (start < before.size() && start < after.size() && before.get(start) == after.get(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end) == after.get(after.size() - 1 - end)) {
            end++;
        }
        return middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    }

    /// Layers that keep their order among each other are compared one by one; all others are damaged where they
    /// were and where they are.
    private static Rect middle(List<Layer> before, List<Layer> after) {
        long[][] kept = keptAreas(before, after);
        Rect damage = Rect.EMPTY;
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && sameId(before.get(i), after.get(j))) {
                damage = damage.union(between(before.get(i++), after.get(j++)));
            } else if (j == after.size() || i < before.size() && kept[i + 1][j] >= kept[i][j + 1]) {
                damage = damage.union(visible(before.get(i++)));
            } else {
                damage = damage.union(visible(after.get(j++)));
            }
        }
        return damage;
    }

    /// Element i, j: the most area that layers can keep which stand in the same order in the lists from i and from
    /// j on. By area, because of two layers that swapped places the smaller is to count as the moved one.
    private static long[][] keptAreas(List<Layer> before, List<Layer> after) {
        long[][] kept = new long[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                kept[i][j] = sameId(before.get(i), after.get(j))
                        ? kept[i + 1][j + 1] + 1 + before.get(i).bounds().area()
                        : Math.max(kept[i + 1][j], kept[i][j + 1]);
            }
        }
        return kept;
    }

    private static boolean sameId(Layer a, Layer b) {
        return a.id().equals(b.id());
    }

    private static Rect between(Layer before, Layer after) {
        if (before == after || looksSame(before, after)) {
            return Rect.EMPTY;
        }
        if (before instanceof GroupLayer one && after instanceof GroupLayer two && drawnAlike(one, two)) {
            return one.props().visible() ? between(one.children(), two.children()) : Rect.EMPTY;
        }
        return visible(before).union(visible(after));
    }

    /// Pixel layers that differ in what does not show only.
    private static boolean looksSame(Layer before, Layer after) {
        return before instanceof RasterLayer one
                && after instanceof RasterLayer two
                && one.raster() == two.raster()
                && one.bounds().equals(two.bounds())
                && drawnAlike(one, two);
    }

    private static boolean drawnAlike(Layer before, Layer after) {
        LayerProps one = before.props();
        LayerProps two = after.props();
        return one.blending().equals(two.blending())
                && one.visible() == two.visible()
                && one.mask().equals(two.mask());
    }

    private static Rect visible(Layer layer) {
        return layer.props().visible() ? layer.bounds() : Rect.EMPTY;
    }
}
