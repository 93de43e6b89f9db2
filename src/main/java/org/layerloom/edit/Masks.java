package org.layerloom.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Masks put on layers, changed and taken off. A mask that is there already is never replaced.
public final class Masks {
    private static final int SHOWN = 0xff000000;

    private Masks() {}

    /// A mask of the page's size that hides nothing.
    public static Document addRevealing(Document document, List<LayerId> ids) {
        Mask mask = Mask.of(Raster.filled(document.width(), document.height(), SHOWN), 0, 0, 255);
        return add(document, ids, layer -> Optional.of(mask));
    }

    /// A mask of the page's size that hides all.
    public static Document addHiding(Document document, List<LayerId> ids) {
        Mask mask = Mask.of(Raster.filled(document.width(), document.height(), 0), 0, 0, 0);
        return add(document, ids, layer -> Optional.of(mask));
    }

    /// A mask that shows what lies in the layer's box; none for layers without one.
    public static Document addFromBox(Document document, List<LayerId> ids) {
        return add(
                document,
                ids,
                layer -> document.region(layer.id()).map(Region::box).map(Masks::rectangle));
    }

    private static Mask rectangle(Rect box) {
        return Mask.of(Raster.filled(box.width(), box.height(), SHOWN), box.x(), box.y(), 0);
    }

    /// A mask that shows what the marquee selects.
    public static Document addFromMarquee(Document document, List<LayerId> ids) {
        Optional<Mask> mask = document.marquee().map(m -> Mask.of(m.coverage(), m.x(), m.y(), 0));
        return add(document, ids, layer -> mask);
    }

    private static Document add(Document document, List<LayerId> ids, Function<Layer, Optional<Mask>> mask) {
        return Tree.edited(
                document,
                ids,
                layer -> layer.props().mask().isPresent()
                        ? layer
                        : mask.apply(layer)
                                .map(made -> layer.with(props -> props.withMask(Optional.of(made))))
                                .orElse(layer));
    }

    /// Moves the layer's alpha into a mask: its pixels become opaque, and the picture stays as it is. Unchanged for
    /// groups, and where a lock keeps the alpha. Text and the like become pixels.
    public static Document addFromAlpha(Document document, List<LayerId> ids) {
        if (Locked.alpha(document, ids).isPresent()) {
            return document;
        }
        return Tree.edited(
                document,
                ids,
                layer -> layer instanceof RasterLayer pixels
                                && layer.props().mask().isEmpty()
                                && !pixels.raster().isEmpty()
                        ? alphaAsMask(pixels.rasterized())
                        : layer);
    }

    private static Layer alphaAsMask(PixelLayer layer) {
        Mask mask = Mask.of(
                AlphaMath.alpha(layer.raster()),
                layer.props().x(),
                layer.props().y(),
                0);
        return new PixelLayer(layer.props().withMask(Optional.of(mask)), AlphaMath.opaque(layer.raster()));
    }

    /// Disables the masks; where none is enabled, enables them.
    public static Document toggleEnabled(Document document, List<LayerId> ids) {
        boolean any = ids.stream()
                .flatMap(id -> document.layer(id).stream())
                .flatMap(layer -> layer.props().mask().stream())
                .anyMatch(Mask::enabled);
        return edit(document, ids, mask -> mask.withEnabled(!any));
    }

    /// Shows what was hidden and hides what was shown.
    public static Document invert(Document document, List<LayerId> ids) {
        return edit(document, ids, Masks::inverted);
    }

    private static Mask inverted(Mask mask) {
        Mask full = mask.withDensity(255);
        Raster raster = AlphaMath.drawn(mask.bounds(), AlphaMath.inverse(AlphaMath.of(full)));
        return new Mask(raster, mask.x(), mask.y(), 255 - mask.outside(), mask.density(), mask.enabled());
    }

    /// Takes the masks off; what they hid shows again.
    public static Document delete(Document document, List<LayerId> ids) {
        return Tree.edited(
                document,
                ids,
                layer ->
                        layer.props().mask().isEmpty() ? layer : layer.with(props -> props.withMask(Optional.empty())));
    }

    private static Document edit(Document document, List<LayerId> ids, UnaryOperator<Mask> edit) {
        return Tree.edited(
                document,
                ids,
                layer -> layer.props().mask().isEmpty()
                        ? layer
                        : layer.with(props -> props.withMask(props.mask().map(edit))));
    }

    /// Takes the masks off and what they hid out of the layers' pixels: the picture stays as it is. A disabled mask
    /// is only taken off. Unchanged for groups, and where a lock keeps the alpha.
    public static Document apply(Document document, List<LayerId> ids) {
        if (Locked.alpha(document, ids).isPresent()) {
            return document;
        }
        return Tree.edited(
                document,
                ids,
                layer -> layer instanceof RasterLayer pixels
                                && layer.props().mask().isPresent()
                        ? applied(pixels, layer.props().mask().get())
                        : layer);
    }

    private static Layer applied(RasterLayer layer, Mask mask) {
        Layer bare = layer.withProps(layer.props().withMask(Optional.empty()));
        if (!mask.enabled()) {
            return bare;
        }
        int x = layer.props().x();
        int y = layer.props().y();
        Raster kept = AlphaMath.times(layer.raster(), x, y, AlphaMath.of(mask));
        return trimmed(((RasterLayer) bare).rasterized(), kept, x, y);
    }

    /// The layer with these pixels, without their transparent margins.
    static PixelLayer trimmed(PixelLayer layer, Raster raster, int x, int y) {
        Rect seen = raster.alphaBounds();
        return layer.withPixels(raster.crop(seen), x + seen.x(), y + seen.y());
    }
}
