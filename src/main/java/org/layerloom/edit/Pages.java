package org.layerloom.edit;

import java.util.Optional;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.Rect;

/// The page's size. What lies off the page is kept.
public final class Pages {
    private Pages() {}

    /// Where the old page comes to lie on one of another size.
    public enum Anchor {
        TOP_LEFT,
        TOP,
        TOP_RIGHT,
        LEFT,
        CENTER,
        RIGHT,
        BOTTOM_LEFT,
        BOTTOM,
        BOTTOM_RIGHT;

        private int x(int spare) {
            return Math.floorDiv(ordinal() % 3 * spare, 2);
        }

        private int y(int spare) {
            return Math.floorDiv(ordinal() / 3 * spare, 2);
        }
    }

    /// The page made to be `area`, given in px of the page as it is; it may reach off it. Layers, boxes, guides and
    /// marquee stay where they are in the picture.
    ///
    /// @throws IllegalArgumentException for sides that a page cannot have
    public static Document crop(Document document, Rect area) {
        int dx = -area.x();
        int dy = -area.y();
        Document moved = document.withLayers(document.layers().stream()
                        .map(layer -> dx == 0 && dy == 0 ? layer : layer.translate(dx, dy))
                        .toList())
                .withRegions(document.regions().stream()
                        .map(region -> region.withBox(region.box().translate(dx, dy)))
                        .toList())
                .withGuides(document.guides().stream()
                        .map(guide -> moved(guide, dx, dy))
                        .toList());
        return MarqueeShape.move(moved.withSize(area.width(), area.height()), dx, dy);
    }

    private static Guide moved(Guide guide, int dx, int dy) {
        return guide.at(guide.position() + (guide.vertical() ? dx : dy));
    }

    /// The page made as large as the marquee's bounds; unchanged without one.
    public static Document cropToMarquee(Document document) {
        return document.marquee()
                .map(marquee -> marquee.bounds().intersect(document.canvas()))
                .filter(area -> !area.isEmpty())
                .map(area -> crop(document, area).withMarquee(Optional.empty()))
                .orElse(document);
    }

    /// A page of another size, on which the old one comes to lie where `anchor` says.
    ///
    /// @throws IllegalArgumentException for sides that a page cannot have
    public static Document size(Document document, int width, int height, Anchor anchor) {
        int x = anchor.x(width - document.width());
        int y = anchor.y(height - document.height());
        return crop(document, new Rect(-x, -y, width, height));
    }

    /// The page cut down to what shows on it; unchanged where nothing does.
    public static Document trim(Document document) {
        Rect seen = Compositor.flatten(document).alphaBounds();
        return seen.isEmpty() || seen.equals(document.canvas()) ? document : crop(document, seen);
    }
}
