package org.layerloom.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Marquee;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// What is done with the pixels that the marquee selects. Without a marquee nothing is.
public final class MarqueePixels {
    private MarqueePixels() {}

    /// Takes the selected pixels out of the pixel layers of `ids`. Unchanged where a lock keeps the alpha of one.
    public static Document delete(Document document, List<LayerId> ids) {
        if (document.marquee().isEmpty() || Locked.alpha(document, ids).isPresent()) {
            return document;
        }
        AlphaMath.Rows rest = AlphaMath.inverse(AlphaMath.of(document.marquee().get()));
        Rect area = document.marquee().get().bounds();
        return Tree.edited(document, ids, layer -> {
            if (!(layer instanceof PixelLayer pixels)
                    || pixels.bounds().intersect(area).isEmpty()) {
                return layer;
            }
            int x = pixels.props().x();
            int y = pixels.props().y();
            return Masks.trimmed(pixels, AlphaMath.times(pixels.raster(), x, y, rest), x, y);
        });
    }

    /// Lays a straight colour over the selected pixels of the pixel layers of `ids`, which grow as far as it takes; a
    /// layer whose transparency is locked takes the colour where it has pixels. Unchanged where a lock keeps the
    /// pixels of one.
    public static Document fill(Document document, List<LayerId> ids, int argb) {
        if (document.marquee().isEmpty() || Locked.pixels(document, ids).isPresent()) {
            return document;
        }
        Marquee marquee = document.marquee().get();
        return Tree.edited(
                document, ids, layer -> layer instanceof PixelLayer pixels ? filled(pixels, marquee, argb) : layer);
    }

    private static PixelLayer filled(PixelLayer layer, Marquee marquee, int argb) {
        boolean held = layer.props().locks().transparency();
        Rect area = held ? layer.bounds() : layer.bounds().union(marquee.bounds());
        if (area.isEmpty()) {
            return layer;
        }
        AlphaMath.Rows rows = AlphaMath.of(marquee);
        Raster raster = Raster.drawn(area.width(), area.height(), (top, count, into) -> {
            int[] under = new int[area.width()];
            int[] weights = new int[area.width()];
            for (int row = 0; row < count; row++) {
                int y = area.y() + top + row;
                layer.raster()
                        .copyRow(area.x() - layer.props().x(), y - layer.props().y(), under.length, under, 0, 0);
                rows.fill(area.x(), y, weights);
                for (int i = 0; i < under.length; i++) {
                    into[row * under.length + i] = over(under[i], argb, weights[i], held);
                }
            }
        });
        return layer.withPixels(raster, area.x(), area.y());
    }

    /// A colour laid over a pixel, both straight; `held` keeps the pixel's alpha.
    private static int over(int under, int argb, int weight, boolean held) {
        float cover = (argb >>> 24) * weight / 65_025f;
        float below = (under >>> 24) / 255f;
        float alpha = held ? below : cover + below * (1 - cover);
        if (cover == 0 || alpha == 0) {
            return under;
        }
        float share = held ? cover : cover / alpha;
        int result = Math.round(alpha * 255) << 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
            float mixed = (argb >> shift & 0xff) * share + (under >> shift & 0xff) * (1 - share);
            result |= Math.round(mixed) << shift;
        }
        return result;
    }

    /// The selected pixels of the layers as layers at the same places, ids counted on from `Document.newId()`; those
    /// of which nothing is selected are left out. Without a marquee whole.
    ///
    /// @return bottom first
    public static List<PixelLayer> copied(Document document, List<LayerId> ids) {
        List<PixelLayer> copies = new ArrayList<>();
        for (Layer layer : Tree.tops(document, ids)) {
            if (layer instanceof RasterLayer pixels) {
                PixelLayer copy = copied(document, pixels, document.nextId() + copies.size());
                if (!copy.raster().isEmpty()) {
                    copies.add(copy);
                }
            }
        }
        return copies;
    }

    private static PixelLayer copied(Document document, RasterLayer layer, int id) {
        LayerProps props = layer.props();
        LayerProps fresh = LayerProps.named(new LayerId(id), props.name())
                .withBlending(props.blending())
                .withTag(props.tag())
                .withMask(props.mask());
        Raster selected = document.marquee()
                .map(marquee -> AlphaMath.times(layer.raster(), props.x(), props.y(), AlphaMath.of(marquee)))
                .orElse(layer.raster());
        return Masks.trimmed(new PixelLayer(fresh, Raster.empty()), selected, props.x(), props.y());
    }

    /// Puts the selected pixels of the layers on layers of their own above the topmost, and selects no pixels any
    /// more. The new ids follow from `Document.newId()`. Unchanged where no pixel is selected.
    public static Document layersViaCopy(Document document, List<LayerId> ids) {
        List<PixelLayer> copies = copied(document, ids);
        if (document.marquee().isEmpty() || copies.isEmpty()) {
            return document;
        }
        LayerId top = Tree.tops(document, ids).getLast().id();
        return LayerEdits.inserted(document, List.copyOf(copies), top).withMarquee(Optional.empty());
    }
}
