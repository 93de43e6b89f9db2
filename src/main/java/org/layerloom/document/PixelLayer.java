package org.layerloom.document;

import java.util.Objects;

/// A layer of pixels placed on the canvas.
public record PixelLayer(LayerProps props, Raster raster) implements RasterLayer {
    public PixelLayer {
        Objects.requireNonNull(raster);
        RasterLayer.requireNoGroup(props);
    }

    @Override
    public PixelLayer withProps(LayerProps props) {
        return new PixelLayer(props, raster);
    }

    /// The same layer with other pixels whose top left corner lies at `x`, `y`.
    public PixelLayer withPixels(Raster raster, int x, int y) {
        return new PixelLayer(props.withPosition(x, y), raster);
    }

    @Override
    public PixelLayer translate(int dx, int dy) {
        return withProps(props.translate(dx, dy));
    }

    @Override
    public PixelLayer rasterized() {
        return this;
    }
}
