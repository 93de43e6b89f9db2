package org.layerloom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.layerloom.composite.ClipRun;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Mask;

/// Makes masks that every program draws alike: enabled, of full density, where their layer is. A group that passes
/// through hands its mask to its layers, which is exact where they do not overlap.
final class PlainMasks {
    private PlainMasks() {}

    static Document of(Document document) {
        return document.withLayers(layers(document.layers(), Coverage.ALL));
    }

    /// @param outer the masks of the groups around that pass through
    private static List<Layer> layers(List<Layer> siblings, IntBinaryOperator outer) {
        List<Layer> plain = new ArrayList<>();
        for (ClipRun run : ClipRun.of(siblings)) {
            plain.add(layer(run.base(), outer));
            // What is clipped is within its base's mask already.
            run.clipped().forEach(clipped -> plain.add(layer(clipped, Coverage.ALL)));
        }
        return plain;
    }

    private static Layer layer(Layer layer, IntBinaryOperator outer) {
        IntBinaryOperator coverage = Coverage.product(outer, Coverage.mask(layer));
        if (layer instanceof GroupLayer group && group.props().blendMode() == BlendMode.PASS_THROUGH) {
            return masked(group.withChildren(layers(group.children(), coverage)), Optional.empty());
        }
        boolean kept = outer == Coverage.ALL
                && layer.props().mask().map(mask -> isPlain(mask, layer)).orElse(true);
        Layer plain =
                layer instanceof GroupLayer group ? group.withChildren(layers(group.children(), Coverage.ALL)) : layer;
        if (kept) {
            return plain;
        }
        return masked(
                plain,
                coverage == Coverage.ALL ? Optional.empty() : Optional.of(Coverage.mask(coverage, layer.bounds())));
    }

    private static Layer masked(Layer layer, Optional<Mask> mask) {
        return layer.props().mask().equals(mask) ? layer : layer.with(props -> props.withMask(mask));
    }

    private static boolean isPlain(Mask mask, Layer layer) {
        return mask.enabled()
                && mask.density() == 255
                && !mask.bounds().intersect(layer.bounds()).isEmpty();
    }
}
