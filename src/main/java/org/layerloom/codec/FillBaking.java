package org.layerloom.codec;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.composite.Blend;
import org.layerloom.composite.ClipRun;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;

/// Makes fill opacity. In the special eight modes fill pulls a layer's colours to the mode's neutral one instead: over
/// an opaque backdrop that can be done to the pixels, but in hard mix.
final class FillBaking {
    private final Backdrop backdrop;

    private FillBaking(Backdrop backdrop) {
        this.backdrop = backdrop;
    }

    static Document of(Document document) {
        return document.withLayers(new FillBaking(Backdrop.of(document)).layers(document.layers(), false));
    }

    /// @param opaque whether the backdrop is, all over the canvas
    private List<Layer> layers(List<Layer> siblings, boolean opaque) {
        List<Layer> baked = new ArrayList<>();
        boolean covered = opaque;
        for (ClipRun run : ClipRun.of(siblings)) {
            baked.add(layer(run.base(), covered && run.clipped().isEmpty(), covered));
            boolean below = covered || run.base().props().blending().clippedAsGroup();
            run.clipped().forEach(clipped -> baked.add(layer(clipped, below, below)));
            covered = covered || backdrop.covers(run.base());
        }
        return baked;
    }

    /// @param pull whether the pixels may be changed
    private Layer layer(Layer layer, boolean pull, boolean opaque) {
        Layer bare = bare(layer, pull);
        return bare instanceof GroupLayer group
                ? group.withChildren(
                        layers(group.children(), opaque && group.props().blendMode() == BlendMode.PASS_THROUGH))
                : bare;
    }

    private static Layer bare(Layer layer, boolean pull) {
        LayerProps props = layer.props();
        Blending blending = props.blending();
        if (blending.fill() == 255) {
            return layer;
        }
        if (pull && layer instanceof RasterLayer pixels && isPulled(blending.mode())) {
            return new PixelLayer(props.withBlending(blending.withFill(255)), pulled(pixels.raster(), blending));
        }
        int opacity = Coverage.times(blending.opacity(), blending.fill());
        return layer.with(p -> p.withBlending(blending.withFill(255).withOpacity(opacity)));
    }

    /// Modes whose fill can be put into the colours.
    private static boolean isPulled(BlendMode mode) {
        return Blend.special(mode) && mode != BlendMode.HARD_MIX;
    }

    private static Raster pulled(Raster raster, Blending blending) {
        float neutral = switch (blending.mode()) {
            case COLOR_BURN, LINEAR_BURN -> 255;
            case VIVID_LIGHT, LINEAR_LIGHT -> 127.5f;
            default -> 0;
        };
        int[] pulled = new int[256];
        for (int value = 0; value < 256; value++) {
            pulled[value] = Math.round(neutral + blending.fill() / 255f * (value - neutral));
        }
        return Raster.drawn(raster.width(), raster.height(), (top, rows, argb) -> {
            for (int i = 0; i < argb.length; i++) {
                int pixel = raster.argb(i % raster.width(), top + i / raster.width());
                argb[i] = pixel & 0xff000000
                        | pulled[pixel >> 16 & 0xff] << 16
                        | pulled[pixel >> 8 & 0xff] << 8
                        | pulled[pixel & 0xff];
            }
        });
    }
}
