package org.layerloom.composite;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.RasterLayer;

/// A layer with those that are clipped to it: Photoshop's clipping group.
///
/// @param base what the clipped layers are held to
/// @param clipped bottom first; hidden ones too
record ClipRun(Layer base, List<RasterLayer> clipped) {
    /// Cuts siblings, bottom first, into runs. A group is never clipped, so its flag does not count and it begins a
    /// run; so does a clipped layer that has no sibling below.
    static List<ClipRun> of(List<Layer> siblings) {
        List<ClipRun> runs = new ArrayList<>();
        int next = 0;
        while (next < siblings.size()) {
            Layer base = siblings.get(next++);
            List<RasterLayer> clipped = new ArrayList<>();
            while (next < siblings.size()
                    && siblings.get(next) instanceof RasterLayer layer
                    && layer.props().blending().clip()) {
                clipped.add(layer);
                next++;
            }
            runs.add(new ClipRun(base, clipped));
        }
        return runs;
    }

    /// The clipped layers that show.
    List<RasterLayer> shown() {
        return clipped.stream().filter(layer -> layer.props().visible()).toList();
    }

    /// The same siblings without those clipped to others, in all groups too: they have the same alpha as with them.
    static List<Layer> bases(List<Layer> siblings) {
        return of(siblings).stream()
                .map(run ->
                        run.base instanceof GroupLayer group ? group.withChildren(bases(group.children())) : run.base)
                .toList();
    }
}
