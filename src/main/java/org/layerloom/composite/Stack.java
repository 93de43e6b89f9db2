package org.layerloom.composite;

import java.util.List;
import org.layerloom.document.BlendMode;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Lays layers, bottom first, over the pixels of one part of the canvas.
///
/// A layer's alpha times its opacity is its coverage k. With the backdrop's alpha ab the result is `(1 - k) ab Cb +
/// k (1 - ab) Cs + k ab B(Cb, Cs)` over `ab + k (1 - ab)`: PDF 1.7 section 11.3.6.
final class Stack {
    private final RowMath math;

    Stack(RowMath math) {
        this.math = math;
    }

    void paint(List<Layer> layers, Pixels into) {
        for (Layer layer : layers) {
            Rect part = layer.bounds().intersect(into.area);
            if (layer.props().visible() && !part.isEmpty()) {
                switch (layer) {
                    case RasterLayer pixels -> paint(pixels, part, into);
                    case GroupLayer group -> paint(group, part, into);
                }
            }
        }
    }

    private void paint(RasterLayer layer, Rect part, Pixels into) {
        float opacity = opacity(layer);
        boolean plain = layer.props().blendMode() == BlendMode.NORMAL;
        int[] row = new int[part.width()];
        Pixels source = new Pixels(plain ? Rect.EMPTY : new Rect(0, 0, part.width(), 1));
        for (int y = part.y(); y < part.bottom(); y++) {
            layer.raster()
                    .copyRow(part.x() - layer.props().x(), y - layer.props().y(), row.length, row, 0);
            if (plain) {
                math.normal(row, 0, row.length, opacity, into, into.index(part.x(), y));
            } else {
                unpack(row, source);
                blend(layer.props().blendMode(), source, 0, opacity, new Rect(part.x(), y, row.length, 1), into);
            }
        }
    }

    private void paint(GroupLayer group, Rect part, Pixels into) {
        float opacity = opacity(group);
        if (group.props().blendMode() == BlendMode.PASS_THROUGH) {
            passThrough(group, part, opacity, into);
            return;
        }
        Pixels own = new Pixels(part);
        paint(group.children(), own);
        own.unpremultiply();
        for (int y = part.y(); y < part.bottom(); y++) {
            Rect row = new Rect(part.x(), y, part.width(), 1);
            blend(group.props().blendMode(), own, own.index(part.x(), y), opacity, row, into);
        }
    }

    /// The children see what is below the group; a fainter group is a cross-fade between without and with it.
    private void passThrough(GroupLayer group, Rect part, float opacity, Pixels into) {
        if (opacity == 1) {
            paint(group.children(), into);
            return;
        }
        Pixels before = into.copy(part);
        paint(group.children(), into);
        into.fadeFrom(before, opacity);
    }

    private static float opacity(Layer layer) {
        return layer.props().opacity() * RowMath.BYTE;
    }

    /// Straight ARGB as straight floats.
    private static void unpack(int[] argb, Pixels into) {
        for (int i = 0; i < argb.length; i++) {
            into.red[i] = (argb[i] >> 16 & 0xff) * RowMath.BYTE;
            into.green[i] = (argb[i] >> 8 & 0xff) * RowMath.BYTE;
            into.blue[i] = (argb[i] & 0xff) * RowMath.BYTE;
            into.alpha[i] = (argb[i] >>> 24) * RowMath.BYTE;
        }
    }

    /// Lays straight pixels of `source`, from index `from` on, over the row `row`, given in canvas coordinates.
    static void blend(BlendMode mode, Pixels source, int from, float opacity, Rect row, Pixels into) {
        float[] backdrop = new float[3];
        float[] colour = new float[3];
        float[] mixed = new float[3];
        int at = into.index(row.x(), row.y());
        for (int i = 0; i < row.width(); i++) {
            float coverage = source.alpha[from + i] * opacity;
            if (mode == BlendMode.DISSOLVE) {
                coverage = Dissolve.noise(row.x() + i, row.y()) < coverage ? 1 : 0;
            }
            if (coverage > 0) {
                colour[0] = source.red[from + i];
                colour[1] = source.green[from + i];
                colour[2] = source.blue[from + i];
                straight(into, at + i, backdrop);
                Blend.colour(mode, backdrop, colour, mixed);
                over(colour, mixed, coverage, into, at + i);
            }
        }
    }

    private static void straight(Pixels from, int i, float[] colour) {
        float scale = from.alpha[i] > 0 ? 1 / from.alpha[i] : 0;
        colour[0] = Math.min(1, from.red[i] * scale);
        colour[1] = Math.min(1, from.green[i] * scale);
        colour[2] = Math.min(1, from.blue[i] * scale);
    }

    private static void over(float[] source, float[] mixed, float coverage, Pixels into, int i) {
        float under = 1 - coverage;
        float bare = coverage * (1 - into.alpha[i]);
        float both = coverage * into.alpha[i];
        into.red[i] = under * into.red[i] + bare * source[0] + both * mixed[0];
        into.green[i] = under * into.green[i] + bare * source[1] + both * mixed[1];
        into.blue[i] = under * into.blue[i] + bare * source[2] + both * mixed[2];
        into.alpha[i] = into.alpha[i] + bare;
    }
}
