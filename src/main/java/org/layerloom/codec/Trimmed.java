package org.layerloom.codec;

import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// A layer's pixels cut to those that show, as the formats for exchange store them.
///
/// @param place where they lie on the canvas; empty where nothing shows
public record Trimmed(Rect place, Raster raster) {
    public static Trimmed of(RasterLayer layer) {
        Rect visible = layer.raster().alphaBounds();
        if (visible.isEmpty()) {
            return new Trimmed(Rect.EMPTY, Raster.empty());
        }
        Rect place = visible.translate(layer.props().x(), layer.props().y());
        return new Trimmed(place, layer.raster().crop(visible));
    }
}
