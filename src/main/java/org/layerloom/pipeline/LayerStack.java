package org.layerloom.pipeline;

import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// Pictures one over the other, as a run sees its page: what is given, and what was made so far.
public record LayerStack(Document page) {
    public static LayerStack empty(int width, int height) {
        return new LayerStack(Document.blank(width, height));
    }

    /// With a picture on top.
    public LayerStack with(Raster raster, int x, int y) {
        LayerProps props = LayerProps.named(page.newId(), "").withPosition(x, y);
        return new LayerStack(page.add(new PixelLayer(props, raster)));
    }

    /// What is seen, of the page's size.
    public Raster flatten() {
        return Compositor.flatten(page);
    }
}
