package org.layerloom.document;

import java.util.Objects;

/// A layer of lettering that stays text. Its raster is what the text looked like on the machine that last set it, so
/// that a missing font changes nothing until the text is edited.
public record TextLayer(LayerProps props, Text text, Raster raster) implements RasterLayer {
    public TextLayer {
        Objects.requireNonNull(text);
        Objects.requireNonNull(raster);
        RasterLayer.requireNoGroup(props);
    }

    @Override
    public TextLayer withProps(LayerProps props) {
        return new TextLayer(props, text, raster);
    }

    @Override
    public TextLayer translate(int dx, int dy) {
        return new TextLayer(props.translate(dx, dy), text.translate(dx, dy), raster);
    }
}
