package org.layerloom.composite;

import java.util.Arrays;
import java.util.List;
import org.layerloom.document.BlendMode;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Lays layers, bottom first, over the pixels of one part of the canvas.
///
/// A layer's alpha times its mask, opacity and fill is its coverage k. With the backdrop's alpha ab the result is
/// `(1 - k) ab Cb + k (1 - ab) Cs + k ab B(Cb, Cs)` over `ab + k (1 - ab)`: PDF 1.7 section 11.3.6. Groups, masks,
/// fill and clipping are Photoshop's.
final class Stack {
    private final RowMath math;

    Stack(RowMath math) {
        this.math = math;
    }

    void paint(List<Layer> layers, Pixels into) {
        paintRuns(ClipRun.of(layers), into);
    }

    void paintRuns(List<ClipRun> runs, Pixels into) {
        for (ClipRun run : runs) {
            Rect part = Extent.of(run.base()).intersect(into.area);
            if (!part.isEmpty()) {
                paint(run, part, into);
            }
        }
    }

    /// Lays what other runs gave over the pixels, in the normal mode.
    ///
    /// @param source premultiplied; may lie beyond the pixels
    void layOver(Pixels source, Pixels into) {
        Rect part = source.area.intersect(into.area);
        float[] ones = new float[part.width()];
        Arrays.fill(ones, 1);
        for (int y = part.y(); y < part.bottom(); y++) {
            math.normal(source, source.index(part.x(), y), part.width(), ones, into, into.index(part.x(), y));
        }
    }

    private void paint(ClipRun run, Rect part, Pixels into) {
        List<RasterLayer> clipped = run.shown();
        if (!clipped.isEmpty()) {
            paintClipped(run.base(), clipped, part, into);
            return;
        }
        switch (run.base()) {
            case RasterLayer pixels -> paint(pixels, part, null, into);
            case GroupLayer group -> paint(group, part, into);
        }
    }

    /// @param cover its alpha multiplies the layer's; null = 1
    private void paint(RasterLayer layer, Rect part, Pixels cover, Pixels into) {
        if (layer.props().blendMode() != BlendMode.NORMAL) {
            lay(layer, straight(layer, part), cover, into);
            return;
        }
        Weights weights = new Weights(layer, part, cover);
        int[] row = new int[part.width()];
        for (int y = part.y(); y < part.bottom(); y++) {
            copyRow(layer, part, y, row);
            math.normal(row, 0, row.length, weights.row(y), into, into.index(part.x(), y));
        }
    }

    private void paint(GroupLayer group, Rect part, Pixels into) {
        switch (group.props().blendMode()) {
            case PASS_THROUGH -> passThrough(group, part, into);
            case NORMAL -> {
                Pixels own = isolated(group, part);
                Weights weights = new Weights(group, part, null);
                for (int y = part.y(); y < part.bottom(); y++) {
                    int at = into.index(part.x(), y);
                    math.normal(own, own.index(part.x(), y), part.width(), weights.row(y), into, at);
                }
            }
            default -> {
                Pixels own = isolated(group, part);
                own.unpremultiply();
                lay(group, own, null, into);
            }
        }
    }

    private Pixels isolated(GroupLayer group, Rect part) {
        Pixels own = new Pixels(part);
        paint(group.children(), own);
        return own;
    }

    /// The children see what is below the group; a fainter group is a cross-fade between without and with it.
    private void passThrough(GroupLayer group, Rect part, Pixels into) {
        Weights weights = new Weights(group, part, null);
        if (weights.none()) {
            paint(group.children(), into);
            return;
        }
        Pixels with = into.copy(part);
        paint(group.children(), with);
        for (int y = part.y(); y < part.bottom(); y++) {
            into.fade(with, part.x(), y, part.width(), weights.row(y));
        }
    }

    private void paintClipped(Layer base, List<RasterLayer> clipped, Rect part, Pixels into) {
        Pixels source = source(base, part, into);
        if (base.props().blending().clippedAsGroup()) {
            clip(clipped, source, null);
            lay(base, source, null, into);
        } else {
            lay(base, source, null, into);
            Pixels below = into.copy(part);
            below.unpremultiply();
            clip(clipped, below, coverage(base, source));
            below.premultiply();
            into.put(below);
        }
    }

    /// Blends clipped layers into straight pixels, which count as opaque meanwhile and keep their alpha.
    private void clip(List<RasterLayer> clipped, Pixels straight, Pixels cover) {
        float[] alpha = straight.alpha.clone();
        Arrays.fill(straight.alpha, 1);
        for (RasterLayer layer : clipped) {
            Rect part = Extent.of(layer).intersect(straight.area);
            if (!part.isEmpty()) {
                paint(layer, part, cover, straight);
            }
        }
        System.arraycopy(alpha, 0, straight.alpha, 0, alpha.length);
    }

    /// What a base covers of what is below: its alpha with mask, opacity and fill.
    private static Pixels coverage(Layer base, Pixels source) {
        Rect part = source.area;
        Weights weights = new Weights(base, part, null);
        float fill = Blend.special(base.props().blendMode()) ? Weights.fill(base) : 1;
        boolean grain = base.props().blendMode() == BlendMode.DISSOLVE;
        Pixels coverage = new Pixels(part);
        for (int y = part.y(); y < part.bottom(); y++) {
            float[] row = weights.row(y);
            int at = coverage.index(part.x(), y);
            for (int i = 0; i < row.length; i++) {
                float k = source.alpha[at + i] * row[i] * fill;
                coverage.alpha[at + i] = grain ? Dissolve.drawn(part.x() + i, y, k) : k;
            }
        }
        return coverage;
    }

    /// A base as one straight picture before its mask, opacity and fill.
    private Pixels source(Layer base, Rect part, Pixels backdrop) {
        return switch (base) {
            case RasterLayer layer -> straight(layer, part);
            case GroupLayer group
            when group.props().blendMode() == BlendMode.PASS_THROUGH -> withoutBackdrop(group, backdrop.copy(part));
            case GroupLayer group -> {
                Pixels own = isolated(group, part);
                own.unpremultiply();
                yield own;
            }
        };
    }

    /// Renders a group over a backdrop and takes that out of the colours again: PDF 1.7 section 11.4.8.
    private Pixels withoutBackdrop(GroupLayer group, Pixels backdrop) {
        Pixels result = backdrop.copy(backdrop.area);
        paint(group.children(), result);
        // Without clipped layers, so that groups within groups are not rendered twice at each level.
        Pixels alone = new Pixels(backdrop.area);
        paint(ClipRun.bases(group.children()), alone);
        result.unpremultiply();
        backdrop.unpremultiply();
        result.removeBackdrop(backdrop, alone.alpha);
        return result;
    }

    /// Lays straight pixels over others as the properties of `layer` say.
    private void lay(Layer layer, Pixels source, Pixels cover, Pixels into) {
        Rect part = source.area;
        BlendMode mode = layer.props().blendMode();
        float fill = Blend.special(mode) ? Weights.fill(layer) : 1;
        Weights weights = new Weights(layer, part, cover);
        for (int y = part.y(); y < part.bottom(); y++) {
            Rect row = new Rect(part.x(), y, part.width(), 1);
            math.blend(mode, fill, source, weights.row(y), row, into);
        }
    }

    private static Pixels straight(RasterLayer layer, Rect part) {
        Pixels straight = new Pixels(part);
        int[] row = new int[part.width()];
        for (int y = part.y(); y < part.bottom(); y++) {
            copyRow(layer, part, y, row);
            straight.unpack(row, y);
        }
        return straight;
    }

    private static void copyRow(RasterLayer layer, Rect part, int y, int[] row) {
        layer.raster().copyRow(part.x() - layer.props().x(), y - layer.props().y(), row.length, row, 0);
    }
}
