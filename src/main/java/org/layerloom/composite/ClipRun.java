package org.layerloom.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Mask;
import org.layerloom.document.RasterLayer;

/// A layer with those that are clipped to it: Photoshop's clipping group.
///
/// @param base what the clipped layers are held to
/// @param clipped bottom first; hidden ones too
public record ClipRun(Layer base, List<RasterLayer> clipped) {
    /// Cuts siblings, bottom first, into runs. A group is never clipped, so its flag does not count and it begins a
    /// run; so does a clipped layer that has no sibling below.
    public static List<ClipRun> of(List<Layer> siblings) {
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

    /// The same, with pass-through groups that change nothing taken apart, so that their children stand for
    /// themselves: composited one after the other they give the same pixels.
    static List<ClipRun> flat(List<Layer> siblings) {
        List<ClipRun> runs = new ArrayList<>();
        for (ClipRun run : of(siblings)) {
            if (run.base instanceof GroupLayer group && run.shown().isEmpty() && isTransparent(group)) {
                runs.addAll(flat(group.children()));
            } else {
                runs.add(run);
            }
        }
        return runs;
    }

    private static boolean isTransparent(GroupLayer group) {
        Blending blending = group.props().blending();
        return group.props().visible()
                && blending.mode() == BlendMode.PASS_THROUGH
                && blending.opacity() == 255
                && blending.fill() == 255
                && group.props().mask().filter(Mask::enabled).isEmpty();
    }

    /// Whether both consist of the very same layers.
    boolean isSame(ClipRun other) {
        if (base != other.base || clipped.size() != other.clipped.size()) {
            return false;
        }
        return IntStream.range(0, clipped.size()).allMatch(i -> clipped.get(i) == other.clipped.get(i));
    }

    /// Whether its pixels do not depend on the backdrop and lie over it in the normal mode.
    boolean liesOver() {
        Blending blending = base.props().blending();
        return blending.mode() == BlendMode.NORMAL && (blending.clippedAsGroup() || shown().isEmpty());
    }

    /// Whether backdrops that differ by a float's last bits give results that differ little too: not so in modes
    /// that divide by the backdrop, or choose by it.
    boolean isSteady() {
        if (!(base instanceof RasterLayer) || !shown().isEmpty()) {
            return false;
        }
        return switch (base.props().blendMode()) {
            case NORMAL,
                    DISSOLVE,
                    DARKEN,
                    MULTIPLY,
                    LINEAR_BURN,
                    LIGHTEN,
                    SCREEN,
                    LINEAR_DODGE,
                    OVERLAY,
                    SOFT_LIGHT,
                    HARD_LIGHT,
                    LINEAR_LIGHT,
                    PIN_LIGHT,
                    DIFFERENCE,
                    EXCLUSION,
                    SUBTRACT -> true;
            default -> false;
        };
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
