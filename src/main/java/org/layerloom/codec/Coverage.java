package org.layerloom.codec;

import java.util.function.IntBinaryOperator;
import org.layerloom.composite.Compositor;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// How much of a layer shows at each document px, 0 to 255: what masks, shapes and opacities make together.
final class Coverage {
    /// All of it.
    static final IntBinaryOperator ALL = (x, y) -> 255;

    private Coverage() {}

    /// What a layer's mask leaves; all, where it has none that counts.
    static IntBinaryOperator mask(Layer layer) {
        return layer.props().mask().filter(Mask::enabled).map(Coverage::of).orElse(ALL);
    }

    private static IntBinaryOperator of(Mask mask) {
        Rect place = mask.bounds();
        return (x, y) -> {
            int shown = place.contains(x, y) ? mask.raster().argb(x - place.x(), y - place.y()) >>> 24 : mask.outside();
            return 255 - times(255 - shown, mask.density());
        };
    }

    /// The alpha of a layer, without its mask and opacity.
    ///
    /// @param area where it is needed
    static IntBinaryOperator shape(Layer layer, Rect area) {
        return switch (layer) {
            case RasterLayer pixels -> alpha(pixels.raster(), pixels.bounds());
            case GroupLayer group -> {
                Rect part = group.bounds().intersect(area);
                yield alpha(Compositor.flatten(group.children(), part), part);
            }
        };
    }

    private static IntBinaryOperator alpha(Raster raster, Rect place) {
        return (x, y) -> place.contains(x, y) ? raster.argb(x - place.x(), y - place.y()) >>> 24 : 0;
    }

    static IntBinaryOperator product(IntBinaryOperator one, IntBinaryOperator other) {
        if (one == ALL || other == ALL) {
            return one == ALL ? other : one;
        }
        return (x, y) -> times(one.applyAsInt(x, y), other.applyAsInt(x, y));
    }

    /// A mask that hides all outside of `area`.
    static Mask mask(IntBinaryOperator coverage, Rect area) {
        Raster raster = Raster.drawn(area.width(), area.height(), (top, rows, argb) -> {
            for (int i = 0; i < argb.length; i++) {
                int x = area.x() + i % area.width();
                argb[i] = coverage.applyAsInt(x, area.y() + top + i / area.width()) << 24;
            }
        });
        return Mask.of(raster, area.x(), area.y(), 0);
    }

    /// Pixels with a coverage in their alpha.
    static Raster masked(RasterLayer layer, IntBinaryOperator coverage) {
        Raster raster = layer.raster();
        Rect place = layer.bounds();
        return Raster.drawn(raster.width(), raster.height(), (top, rows, argb) -> {
            for (int i = 0; i < argb.length; i++) {
                int x = i % place.width();
                int y = top + i / place.width();
                int pixel = raster.argb(x, y);
                int shown = coverage.applyAsInt(place.x() + x, place.y() + y);
                argb[i] = times(pixel >>> 24, shown) << 24 | pixel & 0xffffff;
            }
        });
    }

    static int times(int a, int b) {
        return (a * b + 127) / 255;
    }
}
