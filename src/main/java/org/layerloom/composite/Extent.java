package org.layerloom.composite;

import java.util.List;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.Rect;

/// Where layers can show: never less than where they do, in canvas coordinates, beyond its edges too.
final class Extent {
    private Extent() {}

    /// Of one layer as if it were not clipped; empty where it is hidden.
    static Rect of(Layer layer) {
        LayerProps props = layer.props();
        if (!props.visible() || props.opacity() == 0) {
            return Rect.EMPTY;
        }
        Rect pixels = layer instanceof GroupLayer group ? of(group.children()) : layer.bounds();
        return props.mask()
                .filter(Extent::bounds)
                .map(Mask::bounds)
                .map(pixels::intersect)
                .orElse(pixels);
    }

    /// Of siblings: that of their bases, which clipped layers do not leave.
    static Rect of(List<Layer> siblings) {
        return ClipRun.of(siblings).stream().map(run -> of(run.base())).reduce(Rect.EMPTY, Rect::union);
    }

    /// Whether a mask hides all that is outside of its rectangle.
    private static boolean bounds(Mask mask) {
        return mask.enabled() && mask.outside() == 0 && mask.density() == 255;
    }
}
