package org.layerloom.edit;

import java.util.List;
import java.util.Optional;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Marquee;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Which pixels of the page are selected.
public final class Marquees {
    private Marquees() {}

    public static Document all(Document document) {
        return document.withMarquee(Optional.of(Marquee.of(document.canvas())));
    }

    public static Document none(Document document) {
        return document.withMarquee(Optional.empty());
    }

    /// Selects what of the page was not selected; of a wholly selected page nothing remains, which selects nothing.
    public static Document invert(Document document) {
        return document.marquee()
                .map(marquee -> select(
                        document, AlphaMath.drawn(document.canvas(), AlphaMath.inverse(AlphaMath.of(marquee))), 0, 0))
                .orElse(document);
    }

    /// Selects as much of each pixel as the layer covers there, its mask left aside; of a group, what all that shows
    /// in it covers. Nothing is selected where there is nothing.
    public static Document fromAlpha(Document document, LayerId id) {
        return document.layer(id)
                .map(layer -> switch (layer) {
                    case RasterLayer pixels ->
                        select(
                                document,
                                AlphaMath.alpha(pixels.raster()),
                                pixels.props().x(),
                                pixels.props().y());
                    case GroupLayer group -> fromGroup(document, group);
                })
                .orElse(document);
    }

    private static Document fromGroup(Document document, GroupLayer group) {
        Rect bounds = group.bounds();
        List<Layer> children = group.children();
        return bounds.isEmpty()
                ? none(document)
                : select(document, AlphaMath.alpha(Compositor.flatten(children, bounds)), bounds.x(), bounds.y());
    }

    /// Selects what the layer's mask shows of the page; unchanged where it has none.
    public static Document fromMask(Document document, LayerId id) {
        return document.layer(id)
                .flatMap(layer -> layer.props().mask())
                .map(mask -> select(document, AlphaMath.drawn(document.canvas(), AlphaMath.of(full(mask))), 0, 0))
                .orElse(document);
    }

    private static Mask full(Mask mask) {
        return mask.withDensity(255);
    }

    private static Document select(Document document, Raster coverage, int x, int y) {
        return document.withMarquee(trimmed(coverage, x, y));
    }

    /// The marquee without its unselected margins; empty where nothing is selected.
    static Optional<Marquee> trimmed(Raster coverage, int x, int y) {
        Rect seen = coverage.alphaBounds();
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Marquee(coverage.crop(seen), x + seen.x(), y + seen.y()));
    }
}
