package org.layerloom.document;

import java.util.stream.Stream;

/// A layer with pixels of its own, whatever they are made from. The raster's top left corner lies at the position
/// of its properties.
public sealed interface RasterLayer extends Layer permits PixelLayer, TextLayer, FillLayer, PlacedLayer {
    /// The pixels as they are composited.
    Raster raster();

    @Override
    default Rect bounds() {
        return new Rect(props().x(), props().y(), raster().width(), raster().height());
    }

    @Override
    default Stream<Raster> rasters() {
        return Stream.concat(Stream.of(raster()), props().mask().map(Mask::raster).stream());
    }

    /// The layer as mere pixels: what a text or a placed picture becomes before it is painted on.
    default PixelLayer rasterized() {
        return new PixelLayer(props(), raster());
    }

    /// Refuses what only a group can be.
    static void requireNoGroup(LayerProps props) {
        if (props.blendMode() == BlendMode.PASS_THROUGH) {
            throw new IllegalArgumentException("layer " + props.name() + " is no group and cannot pass through");
        }
    }
}
