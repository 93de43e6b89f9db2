package org.layerloom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Makes of every layer mere pixels with an opacity and a mode, for formats that know no more: masks and the shapes
/// that layers are clipped to go into their alpha, fill goes into their opacity. `Loss` says where that looks
/// different.
public final class Baking {
    private static final IntBinaryOperator ALL = (x, y) -> 255;

    private Baking() {}

    /// The same document, its groups kept, without masks, fill and clipping. A layer that has none stays the same
    /// object, or the same raster.
    public static Document of(Document document) {
        return document.withLayers(layers(document.layers(), ALL));
    }

    /// @param mask of the groups around, 0 to 255 at each document px
    private static List<Layer> layers(List<Layer> layers, IntBinaryOperator mask) {
        List<Layer> baked = new ArrayList<>();
        Optional<Layer> base = Optional.empty();
        for (Layer layer : layers) {
            boolean clipped = layer.props().blending().clip() && base.isPresent();
            baked.add(clipped ? clipped(layer, base.get(), mask) : layer(layer, layer.props(), mask));
            base = clipped ? base : Optional.of(layer);
        }
        return baked;
    }

    /// Shows where its base does, no more than that.
    private static Layer clipped(Layer layer, Layer base, IntBinaryOperator mask) {
        LayerProps props = layer.props();
        Blending blending = props.blending().withOpacity(times(props.opacity(), opacity(base.props())));
        boolean visible = props.visible() && base.props().visible();
        return layer(layer, props.withBlending(blending).withVisible(visible), product(mask, shape(base)));
    }

    private static Layer layer(Layer layer, LayerProps props, IntBinaryOperator outer) {
        IntBinaryOperator mask =
                props.mask().isPresent() ? product(outer, coverage(props.mask().get())) : outer;
        Blending plain = Blending.NORMAL.withMode(props.blendMode()).withOpacity(opacity(props));
        LayerProps bare = props.withMask(Optional.empty()).withBlending(plain);
        return switch (layer) {
            case GroupLayer group -> new GroupLayer(bare, layers(group.children(), mask), group.open());
            case RasterLayer pixels ->
                new PixelLayer(bare, mask == ALL ? pixels.raster() : masked(pixels.raster(), props, mask));
        };
    }

    private static int opacity(LayerProps props) {
        return times(props.opacity(), props.blending().fill());
    }

    /// The alpha of a layer with its mask, whatever its opacity.
    private static IntBinaryOperator shape(Layer base) {
        Raster raster = switch (base) {
            case RasterLayer pixels -> pixels.raster();
            case GroupLayer group -> Compositor.flatten(group.children(), group.bounds());
        };
        Rect place = base.bounds();
        IntBinaryOperator alpha = (x, y) -> place.contains(x, y) ? raster.argb(x - place.x(), y - place.y()) >>> 24 : 0;
        return base.props().mask().map(mask -> product(alpha, coverage(mask))).orElse(alpha);
    }

    private static IntBinaryOperator coverage(Mask mask) {
        Rect place = mask.bounds();
        int density = mask.enabled() ? mask.density() : 0;
        return (x, y) -> {
            int shown = place.contains(x, y) ? mask.raster().argb(x - place.x(), y - place.y()) >>> 24 : mask.outside();
            return 255 - times(255 - shown, density);
        };
    }

    private static IntBinaryOperator product(IntBinaryOperator one, IntBinaryOperator other) {
        return one == ALL ? other : (x, y) -> times(one.applyAsInt(x, y), other.applyAsInt(x, y));
    }

    private static int times(int a, int b) {
        return (a * b + 127) / 255;
    }

    private static Raster masked(Raster raster, LayerProps props, IntBinaryOperator mask) {
        int[] argb = raster.toArgb();
        for (int i = 0; i < argb.length; i++) {
            int x = props.x() + i % raster.width();
            int y = props.y() + i / raster.width();
            argb[i] = times(argb[i] >>> 24, mask.applyAsInt(x, y)) << 24 | argb[i] & 0xffffff;
        }
        return Raster.of(raster.width(), raster.height(), argb);
    }
}
