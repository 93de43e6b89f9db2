package org.layerloom.ui.modes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Region;
import org.layerloom.edit.LayerMoves;
import org.layerloom.generate.Fixed.Role;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.GenerateResult.Made;
import org.layerloom.generate.KeptLayers;

/// What a part of a run in a mode has made, and how it comes into a document: a layer goes into its box, or a new one,
/// above all that its box lies above and above the background that was given for it; a background goes above
/// whatever hides what is below, so that it is seen behind its foreground.
///
/// @param run the part
record Landing(ModeRun run, GenerateRequest request, GenerateResult result) {
    private static final int OPAQUE = 255;

    /// The same with another picture of foreground and background together, or with none.
    Landing with(Optional<Raster> blend) {
        return new Landing(run, request, with(result.layers(), blend));
    }

    private GenerateResult with(List<Made> layers, Optional<Raster> blend) {
        return new GenerateResult(result.background(), blend, layers, result.merged(), result.recipe(), result.notes());
    }

    /// Layers, without the blend.
    int count() {
        return result.layers().size() + (result.background().isPresent() ? 1 : 0);
    }

    Document applyTo(Document before) {
        Document document = withoutOldBlend(before);
        boolean newBox = run.boxes().isEmpty() && !request.targets().isEmpty();
        Document next = newBox ? intoNewBox(document) : result.applyTo(document);
        for (Region region : next.regions().reversed()) {
            LayerId layer = region.layer();
            if (document.layer(layer).isEmpty() && next.layer(layer).isPresent()) {
                next = next.reorder(layer, place(next, region));
            }
        }
        LayerId bottom =
                next.layers().isEmpty() ? null : next.layers().getFirst().id();
        boolean newBackground = result.background().isPresent()
                && bottom != null
                && document.layer(bottom).isEmpty();
        return newBackground ? intoSight(next, bottom) : next;
    }

    /// A box as large as the page.
    private Document intoNewBox(Document document) {
        LayerId box = document.newId();
        List<Made> layers = result.layers().stream()
                .limit(1)
                .map(made -> new Made(box, made.name(), made.x(), made.y(), made.raster(), made.recipe()))
                .toList();
        return with(layers, result.blend())
                .applyTo(document.addRegion(request.targets().getFirst().box()));
    }

    /// Where a new layer goes in the stack, counted without it: below the new blend, and above the given background.
    private int place(Document document, Region region) {
        Document others = document.without(region.layer());
        int top = others.layers().size() - (result.blend().isPresent() ? 1 : 0);
        int place = Math.min(StackPlace.of(others, region), top);
        return run.pictures().get(Role.BACKGROUND) instanceof Source.Of(LayerId given)
                ? Math.max(place, StackPlace.index(others, given) + 1)
                : place;
    }

    /// A hidden picture of foreground and background together, of a run before, gives way to the new one.
    private Document withoutOldBlend(Document document) {
        Set<LayerId> kept = KeptLayers.of(document);
        return result.blend().isEmpty()
                ? document
                : document.withLayers(document.layers().stream()
                        .filter(layer -> layer.props().visible()
                                || layer.props().recipe().isEmpty()
                                || !layer.name().equals(GenerateResult.BLEND)
                                || kept.contains(layer.id())
                                || run.isGiven(layer.id()))
                        .toList());
    }

    private Document intoSight(Document document, LayerId background) {
        int top = run.pictures().get(Role.FOREGROUND) instanceof Source.Of(LayerId foreground)
                ? StackPlace.index(document, foreground)
                : 0;
        for (int i = top - 1; i > 0; i--) {
            Layer below = document.layers().get(i);
            if (hides(below, document)) {
                return LayerMoves.drop(document, background, below.id(), LayerMoves.Side.ABOVE);
            }
        }
        return document;
    }

    private static boolean hides(Layer layer, Document document) {
        return layer instanceof RasterLayer
                && layer.props().visible()
                && layer.props().blendMode() == BlendMode.NORMAL
                && layer.props().opacity() == OPAQUE
                && layer.props().mask().isEmpty()
                && layer.bounds().contains(document.canvas());
    }
}
