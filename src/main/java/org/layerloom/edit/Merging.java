package org.layerloom.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.composite.Compositor;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Several layers made one of pixels. The merged layer has the id, the name and the tag of the lowest; masks,
/// opacities and clipping are in its pixels, and what is hidden is gone. Its pixels reach off the page as far as the
/// layers did.
public final class Merging {
    private Merging() {}

    /// What `Ctrl+E` merges: several selected layers with each other, a group with all that it holds, a base with the
    /// layers clipped to it, else a layer with the one below. Empty where there is nothing to merge, or where
    /// a part of it is hidden.
    public static List<LayerId> parts(Document document, List<LayerId> ids) {
        List<Layer> tops = Tree.tops(document, ids);
        List<Layer> parts = tops.size() == 1 ? partsOf(document, tops.getFirst()) : tops;
        boolean shown = parts.stream().allMatch(part -> part.props().visible());
        return shown ? parts.stream().map(Layer::id).toList() : List.of();
    }

    private static List<Layer> partsOf(Document document, Layer layer) {
        List<Layer> run = Clipping.isClipped(layer) ? List.of(layer) : Clipping.run(document, layer.id());
        if (layer instanceof GroupLayer || run.size() > 1) {
            return run;
        }
        return Tree.below(document, layer.id())
                .map(below -> List.of(below, layer))
                .orElse(List.of());
    }

    /// Merges what `parts` gives, at the place of its topmost. Unchanged where there is nothing to merge or a lock
    /// keeps pixels of it.
    public static Document merge(Document document, List<LayerId> ids) {
        List<Layer> parts = Tree.tops(document, parts(document, ids));
        List<LayerId> merged = parts.stream().map(Layer::id).toList();
        if (parts.isEmpty() || Locked.pixels(document, merged).isPresent()) {
            return document;
        }
        Layer lowest = parts.getFirst();
        boolean run = !Clipping.isClipped(lowest)
                && Clipping.run(document, lowest.id()).containsAll(parts);
        List<Layer> composed = run ? inner(parts) : based(document, parts);
        LayerProps props = run
                ? plain(lowest)
                        .withBlending(own(lowest))
                        .withMask(lowest.props().mask())
                : plain(lowest).withBlending(kept(lowest));
        Document gathered = Groups.gathered(document, parts, pixels(composed, props));
        return withoutBoxes(gathered, lowest.id(), Tree.family(document, merged), document);
    }

    /// A base and its clipped layers, or a single layer, keep the base's blending and mask: only its colours change.
    private static List<Layer> inner(List<Layer> run) {
        List<Layer> layers = new ArrayList<>(run);
        layers.set(
                0, run.getFirst().with(props -> props.withMask(Optional.empty()).withBlending(neutral(props))));
        return layers;
    }

    private static Blending neutral(LayerProps props) {
        boolean through = props.blendMode() == BlendMode.PASS_THROUGH;
        Blending full = props.blending().withOpacity(255).withFill(255).withClip(false);
        return through ? full : full.withMode(BlendMode.NORMAL);
    }

    /// The blending of a base; a group is not clipped, whatever it says.
    private static Blending own(Layer base) {
        return pixelMode(base.props().blending()).withClip(Clipping.isClipped(base));
    }

    private static Blending pixelMode(Blending blending) {
        return blending.mode() == BlendMode.PASS_THROUGH ? blending.withMode(BlendMode.NORMAL) : blending;
    }

    /// Layers without the base that they are clipped to are merged unclipped.
    private static List<Layer> based(Document document, List<Layer> parts) {
        Set<LayerId> ids = parts.stream().map(Layer::id).collect(Collectors.toSet());
        List<Layer> result = new ArrayList<>();
        for (Layer part : parts) {
            boolean base = Clipping.base(document, part.id())
                    .filter(layer -> ids.contains(layer.id()))
                    .isPresent();
            result.add(Clipping.isClipped(part) && !base ? Clipping.unclipped(part) : part);
        }
        return lowestNormal(result);
    }

    /// The lowest blends with nothing while it is merged, so that its mode is left to the merged layer.
    private static List<Layer> lowestNormal(List<Layer> parts) {
        List<Layer> result = new ArrayList<>(parts);
        if (parts.getFirst() instanceof RasterLayer) {
            result.set(0, parts.getFirst().with(props -> props.withBlendMode(BlendMode.NORMAL)));
        }
        return result;
    }

    private static Blending kept(Layer lowest) {
        Blending blending = lowest.props().blending();
        return pixelMode(Blending.NORMAL.withMode(blending.mode()).withClip(Clipping.isClipped(lowest)));
    }

    private static LayerProps plain(Layer lowest) {
        LayerProps props = lowest.props();
        return LayerProps.named(props.id(), props.name()).withTag(props.tag()).withLocks(props.locks());
    }

    /// The layers over nothing, as pixels.
    private static PixelLayer pixels(List<Layer> layers, LayerProps props) {
        Rect area = layers.stream().map(Layer::bounds).reduce(Rect.EMPTY, Rect::union);
        Raster raster = area.isEmpty() ? Raster.empty() : Compositor.flatten(layers, area);
        return Masks.trimmed(new PixelLayer(props, Raster.empty()), raster, area.x(), area.y());
    }

    /// The box of the merged layer reaches over the boxes of all that went into it; these are gone.
    private static Document withoutBoxes(Document merged, LayerId kept, Set<LayerId> parts, Document before) {
        Rect box = before.regions().stream()
                .filter(region -> parts.contains(region.layer()))
                .map(Region::box)
                .reduce(Rect.EMPTY, Rect::union);
        return merged.withRegions(merged.regions().stream()
                .filter(region ->
                        !parts.contains(region.layer()) || region.layer().equals(kept))
                .map(region -> region.layer().equals(kept) ? region.withBox(box) : region)
                .toList());
    }

    /// Merges all that shows; hidden layers stay beside it. Unchanged where fewer than two show.
    public static Document mergeVisible(Document document) {
        List<Layer> shown = shown(document);
        if (shown.size() < 2 || Locked.pixels(document, idsOf(shown)).isPresent()) {
            return document;
        }
        PixelLayer merged = pixels(shown, plain(shown.getFirst()));
        Document gathered = Groups.gathered(document, shown, merged);
        return withoutBoxes(gathered, merged.id(), Tree.family(document, idsOf(shown)), document);
    }

    /// The layers of the lowest level that show, bottom first.
    public static List<Layer> shown(Document document) {
        return document.layers().stream()
                .filter(layer -> layer.props().visible())
                .filter(layer -> Clipping.base(document, layer.id())
                        .map(base -> base.props().visible())
                        .orElse(true))
                .toList();
    }

    private static List<LayerId> idsOf(List<Layer> layers) {
        return layers.stream().map(Layer::id).toList();
    }

    /// Puts the picture as a layer above the layer `above`, or on top where there is none; `Document.newId()` of the
    /// document given is its id. Unchanged where nothing shows.
    public static Document stampVisible(Document document, Optional<LayerId> above, String name) {
        List<Layer> shown = shown(document);
        PixelLayer stamp = pixels(shown, LayerProps.named(document.newId(), name));
        if (stamp.raster().isEmpty()) {
            return document;
        }
        Optional<LayerId> place = above.filter(id -> document.layer(id).isPresent());
        return place.map(id -> LayerEdits.inserted(document, List.of(stamp), id))
                .orElseGet(() -> document.add(stamp));
    }

    /// The picture as the only layer, cut to the page; the boxes that had layers are gone. `Document.newId()` of the
    /// document given is its id. Unchanged where a lock keeps pixels.
    public static Document flatten(Document document, String name) {
        Set<LayerId> all = document.allLayers().map(Layer::id).collect(Collectors.toSet());
        if (all.isEmpty() || Locked.pixels(document, all).isPresent()) {
            return document;
        }
        PixelLayer flat = new PixelLayer(LayerProps.named(document.newId(), name), Compositor.flatten(document));
        return document.withLayers(List.of(flat))
                .withRegions(document.regions().stream()
                        .filter(region -> !all.contains(region.layer()))
                        .toList());
    }

    /// Makes text, fills and placed pictures of `ids` pixels, also those in the groups.
    public static Document rasterize(Document document, List<LayerId> ids) {
        return Tree.edited(
                document,
                Tree.family(document, ids),
                layer -> layer instanceof RasterLayer pixels ? pixels.rasterized() : layer);
    }

    /// Whether `rasterize` would change anything.
    public static boolean canRasterize(Document document, List<LayerId> ids) {
        return Tree.tops(document, ids).stream()
                .flatMap(Tree::of)
                .anyMatch(layer -> layer instanceof RasterLayer && !(layer instanceof PixelLayer));
    }
}
