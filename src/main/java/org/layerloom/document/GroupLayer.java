package org.layerloom.document;

import java.util.List;
import java.util.stream.Stream;

/// Layers held together, bottom first. A new group passes through: its children see what is below it.
public record GroupLayer(LayerProps props, List<Layer> children, boolean open) implements Layer {
    public GroupLayer {
        children = List.copyOf(children);
    }

    @Override
    public GroupLayer withProps(LayerProps props) {
        return new GroupLayer(props, children, open);
    }

    public GroupLayer withChildren(List<Layer> children) {
        return new GroupLayer(props, children, open);
    }

    public GroupLayer withOpen(boolean open) {
        return new GroupLayer(props, children, open);
    }

    @Override
    public Rect bounds() {
        return children.stream().map(Layer::bounds).reduce(Rect.EMPTY, Rect::union);
    }

    @Override
    public GroupLayer translate(int dx, int dy) {
        return new GroupLayer(
                props.translate(dx, dy),
                children.stream().map(child -> child.translate(dx, dy)).toList(),
                open);
    }

    @Override
    public Stream<Raster> rasters() {
        return props.mask().map(Mask::raster).stream();
    }
}
