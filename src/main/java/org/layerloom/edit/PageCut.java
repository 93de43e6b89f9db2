package org.layerloom.edit;

import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Rect;

/// Deletes the pixels that lie off the page. Text, fills and placed pictures, which can be made anew at any time, stay
/// whole, and so do layers whose pixels are locked.
public final class PageCut {
    private PageCut() {}

    public static Document apply(Document document) {
        Rect page = document.canvas();
        return document.withLayers(
                document.layers().stream().map(layer -> cut(layer, page)).toList());
    }

    private static Layer cut(Layer layer, Rect page) {
        return switch (layer) {
            case GroupLayer group ->
                group.withChildren(
                        group.children().stream().map(child -> cut(child, page)).toList());
            case PixelLayer pixels
            when !pixels.props().locks().pixels() && !page.contains(pixels.bounds()) -> cut(pixels, page);
            default -> layer;
        };
    }

    private static PixelLayer cut(PixelLayer layer, Rect page) {
        Rect bounds = layer.bounds();
        Rect kept = bounds.intersect(page);
        return layer.withPixels(
                layer.raster().crop(kept.isEmpty() ? Rect.EMPTY : kept.translate(-bounds.x(), -bounds.y())),
                kept.x(),
                kept.y());
    }
}
