package org.layerloom.document;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One entry of the layer stack. Immutable: every change makes a new one, and what did not change stays the same
/// object, which is how damage and history know.
public sealed interface Layer permits RasterLayer, GroupLayer {
    LayerProps props();

    Layer withProps(LayerProps props);

    /// Where the layer has pixels, in document coordinates.
    Rect bounds();

    /// Moves the layer with its mask and all that it holds.
    Layer translate(int dx, int dy);

    /// Every raster that this layer alone keeps in memory: pixels, source, mask; not those of a group's children.
    Stream<Raster> rasters();

    default LayerId id() {
        return props().id();
    }

    default String name() {
        return props().name();
    }

    default Layer with(UnaryOperator<LayerProps> edit) {
        return withProps(edit.apply(props()));
    }
}
