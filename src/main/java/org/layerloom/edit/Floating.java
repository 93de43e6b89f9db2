package org.layerloom.edit;

import java.util.List;
import java.util.Optional;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Marquee;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// The pixels that the marquee selects of a layer, lifted off it to be transformed alone: the layer keeps the rest and
/// takes them back where they come to lie. Its box, its mask and how it blends stay.
///
/// @param layer as it was
/// @param rest what is left of it, without anything else that it has
/// @param lifted likewise what floats; without pixels where the marquee meets none
public record Floating(PixelLayer layer, PixelLayer rest, PixelLayer lifted) {
    /// What floats of a single pixel layer; empty without a marquee and for everything else.
    public static Optional<Floating> of(Document document, List<LayerId> ids) {
        boolean one = ids.size() == 1 && document.marquee().isPresent();
        return one && document.layer(ids.getFirst()).orElse(null) instanceof PixelLayer layer
                ? Optional.of(of(layer, document.marquee().get()))
                : Optional.empty();
    }

    private static Floating of(PixelLayer layer, Marquee marquee) {
        AlphaMath.Rows rows = AlphaMath.of(marquee);
        return new Floating(layer, part(layer, AlphaMath.inverse(rows)), part(layer, rows));
    }

    private static PixelLayer part(PixelLayer layer, AlphaMath.Rows rows) {
        int x = layer.props().x();
        int y = layer.props().y();
        PixelLayer plain = new PixelLayer(LayerProps.named(layer.id(), layer.name()), Raster.empty());
        return Masks.trimmed(plain, AlphaMath.times(layer.raster(), x, y, rows), x, y);
    }

    /// Where the lifted pixels lie.
    public Rect place() {
        return lifted.bounds();
    }

    /// The document with the lifted pixels transformed and laid over the rest; the marquee goes with them.
    ///
    /// @throws java.util.concurrent.CancellationException when the resampler was cancelled
    public Document transformed(Document document, Transforms transforms) {
        PixelLayer moved = transforms.pixels(lifted);
        Rect bounds = rest.bounds().union(moved.bounds());
        Raster both = bounds.isEmpty() ? Raster.empty() : Compositor.flatten(List.of(rest, moved), bounds);
        return document.with(layer.id(), any -> Masks.trimmed(layer, both, bounds.x(), bounds.y()))
                .withMarquee(document.marquee().flatMap(transforms::marquee));
    }
}
