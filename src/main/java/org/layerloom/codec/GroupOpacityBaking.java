package org.layerloom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.composite.ClipRun;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Puts the opacity of a group into its mask, which has the same effect. Programs that ignore the one ignore the other
/// too in groups that pass through: there it goes into the layers, which is exact where they do not overlap.
final class GroupOpacityBaking {
    private GroupOpacityBaking() {}

    static Document of(Document document) {
        return document.withLayers(layers(document.layers(), 255));
    }

    /// @param opacity of the groups around that pass through
    private static List<Layer> layers(List<Layer> siblings, int opacity) {
        List<Layer> baked = new ArrayList<>();
        for (ClipRun run : ClipRun.of(siblings)) {
            // What is clipped is in its base's opacity already.
            baked.add(layer(run.base(), Coverage.times(run.base().props().opacity(), opacity)));
            baked.addAll(run.clipped());
        }
        return baked;
    }

    private static Layer layer(Layer layer, int opacity) {
        return switch (layer) {
            case RasterLayer pixels ->
                opacity == pixels.props().opacity() ? pixels : pixels.with(props -> props.withOpacity(opacity));
            case GroupLayer group
            when group.props().blendMode() == BlendMode.PASS_THROUGH ->
                group.withProps(group.props().withOpacity(255)).withChildren(layers(group.children(), opacity));
            case GroupLayer group -> {
                LayerProps props = opacity == 255
                        ? group.props()
                        : group.props().withOpacity(255).withMask(Optional.of(mask(group, opacity)));
                yield group.withProps(props).withChildren(layers(group.children(), 255));
            }
        };
    }

    private static Mask mask(GroupLayer group, int opacity) {
        Rect area = group.bounds();
        if (Coverage.mask(group) == Coverage.ALL) {
            return Mask.of(Raster.filled(area.width(), area.height(), opacity << 24), area.x(), area.y(), 0);
        }
        return Coverage.mask(Coverage.product(Coverage.mask(group), (x, y) -> opacity), area);
    }
}
