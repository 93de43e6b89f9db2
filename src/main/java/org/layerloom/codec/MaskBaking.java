package org.layerloom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.RasterLayer;

/// Puts the masks of layers, and of the groups around them, into their alpha; of layers that are clipped no more.
final class MaskBaking {
    private MaskBaking() {}

    static Document of(Document document) {
        return document.withLayers(layers(document.layers(), Coverage.ALL));
    }

    /// @param outer the masks of the groups around
    private static List<Layer> layers(List<Layer> siblings, IntBinaryOperator outer) {
        List<Layer> baked = new ArrayList<>();
        siblings.forEach(layer -> baked.add(layer(layer, outer)));
        return baked;
    }

    private static Layer layer(Layer layer, IntBinaryOperator outer) {
        IntBinaryOperator mask = Coverage.product(outer, Coverage.mask(layer));
        Layer bare = layer.props().mask().isEmpty() ? layer : layer.with(props -> props.withMask(Optional.empty()));
        return switch (bare) {
            case GroupLayer group -> group.withChildren(layers(group.children(), mask));
            case RasterLayer pixels ->
                mask == Coverage.ALL ? pixels : new PixelLayer(pixels.props(), Coverage.masked(pixels, mask));
        };
    }
}
