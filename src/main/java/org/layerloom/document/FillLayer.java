package org.layerloom.document;

import java.util.Objects;

/// A rectangle of one colour or a gradient that can be changed later.
///
/// @param raster the fill drawn, of the rectangle's size
public record FillLayer(LayerProps props, Fill fill, Raster raster) implements RasterLayer {
    public FillLayer {
        Objects.requireNonNull(fill);
        Objects.requireNonNull(raster);
        RasterLayer.requireNoGroup(props);
    }

    @Override
    public FillLayer withProps(LayerProps props) {
        return new FillLayer(props, fill, raster);
    }

    @Override
    public FillLayer translate(int dx, int dy) {
        return new FillLayer(props.translate(dx, dy), fill.translate(dx, dy), raster);
    }
}
