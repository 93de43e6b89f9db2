package org.layerloom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.layerloom.composite.ClipRun;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Shows a layer only where its base does without saying that it is clipped.
///
/// A base and its clipped layers become a group with the base's mode and opacity: the base lies in it opaque, the
/// others over it, and the base's alpha is the group's mask. That is exact, also at soft edges. Where the base is
/// normal and hard-edged, masks of the clipped layers say the same without a group.
final class ClipBaking {
    private final boolean masksStay;
    private int nextId;

    private ClipBaking(int nextId, boolean masksStay) {
        this.nextId = nextId;
        this.masksStay = masksStay;
    }

    /// @param masksStay whether layers can still have masks after this; where not, groups are made only where modes
    ///     and opacities need them
    static Document of(Document document, boolean masksStay) {
        return document.withLayers(new ClipBaking(document.nextId(), masksStay).layers(document.layers()));
    }

    private List<Layer> layers(List<Layer> siblings) {
        List<Layer> baked = new ArrayList<>();
        for (ClipRun run : ClipRun.of(siblings)) {
            Layer base =
                    run.base() instanceof GroupLayer group ? group.withChildren(layers(group.children())) : run.base();
            if (run.clipped().isEmpty()) {
                baked.add(unclipped(base));
            } else if (isGrouped(run)) {
                baked.add(grouped(base, run.clipped()));
            } else {
                baked.add(unclipped(base));
                run.clipped().forEach(layer -> baked.add(cut(layer, base)));
            }
        }
        return baked;
    }

    private boolean isGrouped(ClipRun run) {
        Blending blending = run.base().props().blending();
        if (!blending.clippedAsGroup() || blending.mode() == BlendMode.PASS_THROUGH) {
            return false;
        }
        boolean plain = blending.mode() == BlendMode.NORMAL
                && Coverage.times(blending.opacity(), blending.fill()) == 255
                && Coverage.mask(run.base()) == Coverage.ALL;
        boolean normal = run.clipped().stream().allMatch(layer -> layer.props().blendMode() == BlendMode.NORMAL);
        return !plain || !(isHard(run.base()) || !masksStay && normal);
    }

    /// Whether every pixel of a layer is opaque or clear.
    static boolean isHard(Layer base) {
        Raster raster = raster(base);
        int[] row = new int[raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            raster.copyRow(0, y, row.length, row, 0);
            for (int pixel : row) {
                int alpha = pixel >>> 24;
                if (alpha != 0 && alpha != 255) {
                    return false;
                }
            }
        }
        return base instanceof RasterLayer;
    }

    private static Raster raster(Layer layer) {
        return layer instanceof RasterLayer pixels ? pixels.raster() : Raster.empty();
    }

    private static Layer unclipped(Layer layer) {
        Blending blending = layer.props().blending();
        return blending.clip() ? layer.with(props -> props.withBlending(blending.withClip(false))) : layer;
    }

    private Layer grouped(Layer base, List<RasterLayer> clipped) {
        LayerProps props = base.props();
        LayerProps outer = LayerProps.named(new LayerId(nextId++), props.name())
                .withBlending(props.blending().withClip(false))
                .withVisible(props.visible())
                .withTag(props.tag());
        LayerProps inner = props.withBlending(Blending.NORMAL).withVisible(true).withMask(Optional.empty());
        List<Layer> children = new ArrayList<>();
        switch (base) {
            case RasterLayer pixels -> {
                Rect visible = pixels.raster().alphaBounds();
                Rect area = visible.isEmpty() ? Rect.EMPTY : visible.translate(props.x(), props.y());
                IntBinaryOperator shape = Coverage.product(Coverage.shape(base, area), Coverage.mask(base));
                outer = outer.withMask(Optional.of(Coverage.mask(shape, area)));
                children.add(isHard(base) ? base.withProps(inner) : new PixelLayer(inner, opaque(pixels.raster())));
                clipped.forEach(layer -> children.add(unclipped(layer)));
            }
            case GroupLayer group -> {
                outer = outer.withMask(props.mask());
                children.add(group.withProps(inner));
                clipped.forEach(layer -> children.add(cut(layer, children.getFirst())));
            }
        }
        return new GroupLayer(outer, children, true);
    }

    /// All that shows at all shows wholly.
    private static Raster opaque(Raster raster) {
        return Raster.drawn(raster.width(), raster.height(), (top, rows, argb) -> {
            for (int i = 0; i < argb.length; i++) {
                int pixel = raster.argb(i % raster.width(), top + i / raster.width());
                argb[i] = pixel >>> 24 == 0 ? pixel : pixel | 0xff000000;
            }
        });
    }

    /// Masked to what of the base shows, with its opacity.
    private static Layer cut(RasterLayer layer, Layer base) {
        Blending own = layer.props().blending();
        Blending below = base.props().blending();
        int opacity = Coverage.times(own.opacity(), Coverage.times(below.opacity(), below.fill()));
        Rect area = layer.bounds().intersect(base.bounds());
        IntBinaryOperator shape = Coverage.product(Coverage.shape(base, area), Coverage.mask(base));
        Mask mask = Coverage.mask(Coverage.product(shape, Coverage.mask(layer)), area);
        return layer.with(props -> props.withBlending(own.withOpacity(opacity).withClip(false))
                .withVisible(props.visible() && base.props().visible())
                .withMask(Optional.of(mask)));
    }
}
