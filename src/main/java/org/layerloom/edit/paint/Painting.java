package org.layerloom.edit.paint;

import java.util.Optional;
import java.util.function.UnaryOperator;
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

/// Where a stroke goes in a document: on the selected layer's pixels, on its mask or on a new layer; or why it cannot.
public sealed interface Painting {
    /// What the tip does.
    ///
    /// @param erases whether it takes away; else it paints
    /// @param foreground straight ARGB; paints, and on a mask shows as much as it is bright
    /// @param background what erasing leaves on a mask
    record Tip(Brush brush, boolean erases, int foreground, int background) {
        private Ink onMask() {
            return Ink.mask(erases ? background : foreground);
        }

        private Ink onPixels(boolean alphaLocked) {
            return erases ? Ink.eraser() : Ink.color(foreground, alphaLocked);
        }
    }

    /// Why nothing can be painted.
    enum Reason {
        NOTHING_TO_ERASE,
        HIDDEN,
        GROUP,
        NO_PIXELS,
        PIXELS_LOCKED,
        TRANSPARENCY_LOCKED
    }

    /// Nothing was painted.
    ///
    /// @param layer the one that refused; empty for `NOTHING_TO_ERASE`
    record Refused(Reason reason, Optional<Layer> layer) implements Painting {}

    /// A stroke that goes on.
    ///
    /// @param layer what is painted on; empty = a new layer
    /// @param start the raster that it began on
    record Going(Stroke stroke, Optional<LayerId> layer, boolean onMask, Raster start, String newName)
            implements Painting {
        /// The document with the stroke as far as it has come.
        public Document shown(Document document) {
            return painted(document, false);
        }

        /// The document with the whole stroke. A layer that had no pixels is cut to what was painted.
        public Document kept(Document document) {
            return painted(document, start.isEmpty());
        }

        private Document painted(Document document, boolean tight) {
            Rect bounds = stroke.bounds();
            Raster raster = stroke.raster();
            if (raster.isEmpty()) {
                return document;
            }
            if (tight && !onMask) {
                Rect visible = raster.alphaBounds();
                raster = raster.crop(visible);
                bounds = visible.translate(bounds.x(), bounds.y());
            }
            Raster painted = raster;
            Rect place = bounds;
            return layer.map(id -> document.with(id, onMask ? masked(painted, place) : pixels(painted, place)))
                    .orElseGet(() -> document.add(new PixelLayer(
                            LayerProps.named(document.newId(), newName).withPosition(place.x(), place.y()), painted)));
        }

        /// Leaves a layer alone that got other pixels while the stroke was going on.
        private UnaryOperator<Layer> pixels(Raster painted, Rect place) {
            return found -> found instanceof PixelLayer pixel && pixel.raster() == start
                    ? pixel.withPixels(painted, place.x(), place.y())
                    : found;
        }

        private UnaryOperator<Layer> masked(Raster painted, Rect place) {
            return found -> found.with(props -> props.withMask(props.mask()
                    .map(mask -> mask.raster() == start ? mask.withRaster(painted, place.x(), place.y()) : mask)));
        }
    }

    /// Puts the tip down at `x`, `y`.
    ///
    /// @param selected the layer to paint on; where there is none, a new one called `newName` is painted on top
    /// @param mask whether the layer's mask is painted, if it has one
    static Painting begin(
            Document document, Optional<LayerId> selected, boolean mask, Tip tip, String newName, double x, double y) {
        Optional<Layer> layer = selected.flatMap(document::layer);
        if (layer.isEmpty()) {
            return tip.erases()
                    ? new Refused(Reason.NOTHING_TO_ERASE, Optional.empty())
                    : onNew(document, tip, newName, x, y);
        }
        Optional<Mask> painted = layer.get().props().mask().filter(m -> mask);
        Optional<Reason> refusal = refusal(layer.get(), painted.isPresent(), tip);
        if (refusal.isPresent()) {
            return new Refused(refusal.get(), layer);
        }
        return painted.map(m -> onMask(document, layer.get(), m, tip, x, y))
                .orElseGet(() -> onPixels(document, (PixelLayer) layer.get(), tip, x, y));
    }

    private static Optional<Reason> refusal(Layer layer, boolean mask, Tip tip) {
        if (!layer.props().visible()) {
            return Optional.of(Reason.HIDDEN);
        }
        if (layer.props().locks().pixels()) {
            return Optional.of(Reason.PIXELS_LOCKED);
        }
        if (mask) {
            return Optional.empty();
        }
        return switch (layer) {
            case GroupLayer group -> Optional.of(Reason.GROUP);
            case PixelLayer pixels
            when tip.erases() && pixels.props().locks().transparency() -> Optional.of(Reason.TRANSPARENCY_LOCKED);
            case PixelLayer pixels -> Optional.empty();
            case RasterLayer other -> Optional.of(Reason.NO_PIXELS);
        };
    }

    private static Going onNew(Document document, Tip tip, String name, double x, double y) {
        Stroke.Surface surface = new Stroke.Surface(Raster.empty(), 0, 0, 0, reach(document));
        Stroke stroke = new Stroke(tip.brush(), tip.onPixels(false), surface, document.marquee(), x, y);
        return new Going(stroke, Optional.empty(), false, surface.raster(), name);
    }

    private static Going onPixels(Document document, PixelLayer layer, Tip tip, double x, double y) {
        Rect place = layer.bounds();
        Stroke.Surface surface = new Stroke.Surface(layer.raster(), place.x(), place.y(), 0, reach(document));
        Ink ink = tip.onPixels(layer.props().locks().transparency());
        Stroke stroke = new Stroke(tip.brush(), ink, surface, document.marquee(), x, y);
        return new Going(stroke, Optional.of(layer.id()), false, layer.raster(), "");
    }

    private static Going onMask(Document document, Layer layer, Mask mask, Tip tip, double x, double y) {
        Stroke.Surface surface =
                new Stroke.Surface(mask.raster(), mask.x(), mask.y(), mask.outside() << 24, reach(document));
        Stroke stroke = new Stroke(tip.brush(), tip.onMask(), surface, document.marquee(), x, y);
        return new Going(stroke, Optional.of(layer.id()), true, mask.raster(), "");
    }

    /// How far off the page paint may go: a page's width and height to each side.
    private static Rect reach(Document document) {
        return new Rect(-document.width(), -document.height(), 3 * document.width(), 3 * document.height());
    }
}
