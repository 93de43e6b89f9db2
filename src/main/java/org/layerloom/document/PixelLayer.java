package org.layerloom.document;

import java.util.Objects;

/// A layer of pixels placed on the canvas.
public record PixelLayer(LayerProps props, Raster raster) implements Layer {
    public PixelLayer {
        Objects.requireNonNull(raster);
        if (props.blendMode() == BlendMode.PASS_THROUGH) {
            throw new IllegalArgumentException("layer " + props.name() + " is no group and cannot pass through");
        }
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
    public Rect bounds() {
        return new Rect(props.x(), props.y(), raster.width(), raster.height());
    }

    @Override
    public PixelLayer translate(int dx, int dy) {
        return withProps(props.withPosition(props.x() + dx, props.y() + dy));
    }
}
