package org.layerloom.ui.modes;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.edit.LayerMoves;
import org.layerloom.generate.Fixed.Role;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.GenerateResult.Made;

/// What a part of a run in a mode has made, and how it comes into a document: a layer without a box into a new one
/// on top of all, a layer for a box above the background that was given for it, and a background above whatever
/// hides what is below, so that it is seen behind its foreground.
///
/// @param run the part
record Landing(ModeRun run, GenerateRequest request, GenerateResult result) {
    private static final int OPAQUE = 255;

    /// The same with another picture of foreground and background together, or with none.
    Landing with(Optional<Raster> blend) {
        return new Landing(run, request, with(result.layers(), blend));
    }

    private GenerateResult with(List<Made> layers, Optional<Raster> blend) {
        return new GenerateResult(
                result.background(), blend, layers, result.merged(), result.recipe(), result.notes());
    }

    /// Layers, without the blend.
    int count() {
        return result.layers().size() + (result.background().isPresent() ? 1 : 0);
    }

    Document applyTo(Document document) {
        boolean newBox = run.boxes().isEmpty() && !request.targets().isEmpty();
        Document next = newBox ? intoNewBox(document) : result.applyTo(document);
        for (Made made : newBox ? List.<Made>of() : result.layers()) {
            next = document.layer(made.layer()).isPresent() ? next : aboveBackground(next, made.layer());
        }
        LayerId bottom = next.layers().isEmpty() ? null : next.layers().getFirst().id();
        boolean newBackground = result.background().isPresent()
                && bottom != null
                && document.layer(bottom).isEmpty();
        return newBackground ? intoSight(next, bottom) : next;
    }

    /// A box as large as the page, whose layer goes on top of all.
    private Document intoNewBox(Document document) {
        LayerId box = document.newId();
        List<Made> layers = result.layers().stream()
                .limit(1)
                .map(made -> new Made(box, made.name(), made.x(), made.y(), made.raster(), made.recipe()))
                .toList();
        Document next = with(layers, result.blend())
                .applyTo(document.addRegion(request.targets().getFirst().box()));
        return LayerMoves.drop(next, box, next.layers().getLast().id(), LayerMoves.Side.ABOVE);
    }

    private Document aboveBackground(Document document, LayerId layer) {
        if (run.pictures().get(Role.BACKGROUND) instanceof Source.Of(LayerId given)) {
            int below = index(document, given);
            if (below > index(document, layer)) {
                LayerId target = document.layers().get(below).id();
                return LayerMoves.drop(document, layer, target, LayerMoves.Side.ABOVE);
            }
        }
        return document;
    }

    private Document intoSight(Document document, LayerId background) {
        int top = run.pictures().get(Role.FOREGROUND) instanceof Source.Of(LayerId foreground)
                ? index(document, foreground)
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

    /// Where in the stack the layer stands, or the group that holds it; -1 = nowhere.
    private static int index(Document document, LayerId id) {
        for (int i = 0; i < document.layers().size(); i++) {
            if (LayerMoves.holds(document.layers().get(i), id)) {
                return i;
            }
        }
        return -1;
    }
}
