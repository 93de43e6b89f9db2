package org.layerloom.edit.paint;

import java.util.OptionalInt;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Takes colours from a design.
public final class Eyedropper {
    private Eyedropper() {}

    /// The opaque colour that the picture shows at a pixel; empty off the page and where it shows nothing.
    public static OptionalInt shown(Document document, int x, int y) {
        if (!document.canvas().contains(x, y)) {
            return OptionalInt.empty();
        }
        int[] pixel = new int[1];
        Compositor.paint(document, new Rect(x, y, 1, 1), pixel, 0, 1);
        return opaque(pixel[0]);
    }

    /// The opaque colour of one layer's own pixels, whatever lies over it.
    public static OptionalInt of(RasterLayer layer, int x, int y) {
        return layer.bounds().contains(x, y)
                ? opaque(layer.raster()
                        .argb(x - layer.props().x(), y - layer.props().y()))
                : OptionalInt.empty();
    }

    private static OptionalInt opaque(int argb) {
        return argb >>> 24 == 0 ? OptionalInt.empty() : OptionalInt.of(argb | 0xff000000);
    }
}
