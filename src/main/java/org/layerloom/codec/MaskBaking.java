package org.layerloom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.layerloom.composite.ClipRun;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.RasterLayer;

/// Puts the masks of layers, and of the groups around them, into their alpha.
final class MaskBaking {
    private MaskBaking() {}

    static Document of(Document document) {
        return document.withLayers(layers(document.layers(), Coverage.ALL));
    }

    /// @param outer the masks of the groups around
    private static List<Layer> layers(List<Layer> siblings, IntBinaryOperator outer) {
        List<Layer> baked = new ArrayList<>();
        for (ClipRun run : ClipRun.of(siblings)) {
            baked.add(layer(run.base(), outer));
            // What is clipped is within its base's mask already.
            run.clipped().forEach(clipped -> baked.add(layer(clipped, Coverage.ALL)));
        }
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
