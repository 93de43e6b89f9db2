package org.layerloom.document;

import java.util.Objects;
import java.util.stream.Stream;

/// A picture brought in from elsewhere, kept whole beside what it looks like on the page: scaling it down and up again
/// loses nothing.
///
/// @param source the picture as it was brought in
/// @param transform from the source's pixels to the document
/// @param raster the source drawn through the transform
public record PlacedLayer(LayerProps props, Raster source, Transform transform, Raster raster) implements RasterLayer {
    public PlacedLayer {
        Objects.requireNonNull(source);
        Objects.requireNonNull(transform);
        Objects.requireNonNull(raster);
        RasterLayer.requireNoGroup(props);
    }

    @Override
    public PlacedLayer withProps(LayerProps props) {
        return new PlacedLayer(props, source, transform, raster);
    }

    @Override
    public PlacedLayer translate(int dx, int dy) {
        return new PlacedLayer(props.translate(dx, dy), source, transform.then(Transform.translation(dx, dy)), raster);
    }

    @Override
    public Stream<Raster> rasters() {
        return Stream.concat(Stream.of(source), RasterLayer.super.rasters());
    }
}
