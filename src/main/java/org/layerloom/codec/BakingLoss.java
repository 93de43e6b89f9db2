package org.layerloom.codec;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.layerloom.codec.Baking.Part;
import org.layerloom.composite.Blend;
import org.layerloom.composite.ClipRun;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Rect;

/// What does not look exactly the same when it is baked. Of some it is not found out whether it does: they count as
/// if they did not.
final class BakingLoss {
    /// Modes in which fill is in the colours to within the step of 8 bits.
    private static final Set<BlendMode> EVEN =
            EnumSet.of(BlendMode.LINEAR_BURN, BlendMode.LINEAR_DODGE, BlendMode.LINEAR_LIGHT, BlendMode.DIFFERENCE);

    private final Set<Part> parts;
    private final boolean masksStay;
    private final Backdrop backdrop;
    private final Set<Loss> losses = EnumSet.noneOf(Loss.class);

    private BakingLoss(Set<Part> parts, boolean masksStay, Backdrop backdrop) {
        this.parts = parts;
        this.masksStay = masksStay;
        this.backdrop = backdrop;
    }

    /// @param masksStay whether layers can still have masks
    static Set<Loss> of(Document document, Set<Part> parts, boolean masksStay) {
        BakingLoss loss = new BakingLoss(parts, masksStay, Backdrop.of(document));
        loss.layers(document.layers(), false);
        return loss.losses;
    }

    /// @param opaque whether the backdrop is, all over the canvas
    private void layers(List<Layer> siblings, boolean opaque) {
        boolean covered = opaque;
        for (ClipRun run : ClipRun.of(siblings)) {
            Layer base = run.base();
            boolean below = covered || base.props().blending().clippedAsGroup();
            fill(base, covered && run.clipped().isEmpty());
            run.clipped().forEach(layer -> fill(layer, below));
            clipping(run);
            if (base instanceof GroupLayer group) {
                group(group);
                layers(group.children(), covered && group.props().blendMode() == BlendMode.PASS_THROUGH);
            }
            covered = covered || parts.contains(Part.FILL) && backdrop.covers(base);
        }
    }

    private void fill(Layer layer, boolean opaque) {
        Blending blending = layer.props().blending();
        boolean exact = opaque && !(layer instanceof GroupLayer) && EVEN.contains(blending.mode());
        add(Part.FILL, blending.fill() < 255 && Blend.special(blending.mode()) && !exact, Loss.FILL_OPACITY);
    }

    private void clipping(ClipRun run) {
        if (run.clipped().isEmpty()) {
            return;
        }
        boolean exact = run.base().props().blending().clippedAsGroup()
                && !(run.base() instanceof GroupLayer)
                && (masksStay || ClipBaking.isHard(run.base()));
        add(Part.CLIPPING, !exact, Loss.CLIPPING);
    }

    private void group(GroupLayer group) {
        boolean inLayers = group.props().blendMode() == BlendMode.PASS_THROUGH || !masksStay;
        if (!inLayers || !overlap(group.children())) {
            return;
        }
        add(Part.GROUP_OPACITY, group.props().opacity() < 255, Loss.GROUP_OPACITY);
        add(Part.MASKS, Coverage.mask(group) != Coverage.ALL, Loss.GROUP_MASK);
    }

    private static boolean overlap(List<Layer> children) {
        List<Rect> shown = children.stream()
                .filter(layer -> layer.props().visible())
                .map(Layer::bounds)
                .toList();
        for (int i = 0; i < shown.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (!shown.get(i).intersect(shown.get(k)).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void add(Part part, boolean lost, Loss loss) {
        if (parts.contains(part) && lost) {
            losses.add(loss);
        }
    }
}
