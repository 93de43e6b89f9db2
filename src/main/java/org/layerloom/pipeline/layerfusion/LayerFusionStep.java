package org.layerloom.pipeline.layerfusion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.layerloom.network.unet.AttentionPoint;
import org.layerloom.network.unet.Unet;
import org.layerloom.network.unet.UnetContext;
import org.layerloom.network.unet.UnetWalk;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// One evaluation of LayerFusion: foreground, blended picture and background are predicted together, blended at
/// every attention (arXiv 2412.04460; no training, no code of the authors).
///
/// The mask of an attention depends on the end of the foreground's pass, so that pass is run alone first and only
/// looked at; then the three go in lock step. It costs four passes.
public final class LayerFusionStep {
    private final Unet foreground;
    private final Unet base;
    private final double sharpness;
    private final double share;
    private final String lastSelf;

    /// @param foreground the network with LayerDiffuse's change
    /// @param base       the network without it, of the same form
    /// @param sharpness  the paper's boundary coefficient, 10
    /// @param share      of the blended picture in the background's cross-attention where no object is, 0.5
    public LayerFusionStep(Unet foreground, Unet base, double sharpness, double share) {
        if (!foreground.attentions().equals(base.attentions())) {
            throw new IllegalArgumentException("the two networks have different attentions");
        }
        this.foreground = foreground;
        this.base = base;
        this.sharpness = sharpness;
        this.share = share;
        lastSelf = foreground.attentions().stream()
                .filter(name -> name.endsWith(".attn1"))
                .toList()
                .getLast();
    }

    /// The predictions, (b, c, h, w) each, b as in the prompts.
    ///
    /// @param latents  scaled, (1, c, h, w) each
    /// @param timestep as the network takes it
    public FusionTensors forward(FusionTensors latents, FusionPrompts prompts, double timestep) {
        return forward(latents, prompts, timestep, (name, value) -> {});
    }

    /// As [#forward(FusionTensors, FusionPrompts, double)], showing priors, masks and outputs to `tap` while they
    /// live.
    FusionTensors forward(
            FusionTensors latents, FusionPrompts prompts, double timestep, BiConsumer<String, Tensor> tap) {
        return Scope.scoped(FusionTensors::parts, () -> {
            Map<String, FusionMask> masks = masks(latents, prompts, timestep, tap);
            UnetWalk front = begin(foreground, latents.foreground(), prompts.foreground(), timestep);
            UnetWalk middle = begin(base, latents.blended(), prompts.blended(), timestep);
            UnetWalk back = begin(base, latents.background(), prompts.background(), timestep);
            for (AttentionPoint f = front.next(); f != null; f = front.next()) {
                AttentionPoint here = f;
                AttentionPoint l = middle.next();
                AttentionPoint b = back.next();
                FusionTensors outputs =
                        Scope.scoped(FusionTensors::parts, () -> fuse(here, l, b, masks.get(here.block()), tap));
                front.answer(outputs.foreground());
                middle.answer(outputs.blended());
                back.answer(outputs.background());
            }
            middle.next(); // to the end
            back.next();
            return new FusionTensors(front.output(), middle.output(), back.output());
        });
    }

    private static UnetWalk begin(Unet unet, Tensor latents, UnetContext context, double timestep) {
        return unet.walk(rows(latents, context), timestep, context);
    }

    private static Tensor rows(Tensor latents, UnetContext context) {
        return latents.expand(context.states().size(0), -1, -1, -1);
    }

    private FusionTensors fuse(
            AttentionPoint f, AttentionPoint l, AttentionPoint b, FusionMask mask, BiConsumer<String, Tensor> tap) {
        Tensor ownForeground = f.output();
        Tensor ownBlended = l.output();
        Tensor blended = FusionAttention.blended(ownForeground, ownBlended, mask);
        FusionTensors outputs = new FusionTensors(
                FusionAttention.foreground(ownForeground, blended, mask),
                blended,
                b.isSelf()
                        ? FusionAttention.backgroundSelf(b.attention(), b.hidden(), l.hidden(), mask)
                        : FusionAttention.backgroundCross(b.output(), blended, mask, share));
        tap.accept(f.name() + ".A_fg", ownForeground);
        tap.accept(f.name() + ".A_bl", ownBlended);
        tap.accept(f.name() + ".h_bl", l.hidden());
        tap.accept(f.name() + ".h_bg", b.hidden());
        tap.accept(f.name() + ".m", mask.soft());
        tap.accept(f.name() + ".mh", mask.hard());
        tap.accept(f.name() + ".fg", outputs.foreground());
        tap.accept(f.name() + ".bl", outputs.blended());
        tap.accept(f.name() + ".bg", outputs.background());
        return outputs;
    }

    /// The mask of each transformer block, from a pass of the foreground that is not changed. It is left after the
    /// last attention.
    private Map<String, FusionMask> masks(
            FusionTensors latents, FusionPrompts prompts, double timestep, BiConsumer<String, Tensor> tap) {
        UnetContext context = prompts.foreground();
        return Scope.scoped(LayerFusionStep::parts, () -> {
            Map<String, AttentionPoint> places = new HashMap<>();
            Map<String, Tensor> contents = new HashMap<>();
            AttentionPoint last = null;
            Tensor structure = null;
            UnetWalk walk = begin(foreground, latents.foreground(), context, timestep);
            for (int i = 0; i < foreground.attentions().size(); i++) {
                AttentionPoint point = walk.next();
                if (point.name().equals(lastSelf)) {
                    last = point;
                    structure = Scope.scoped(() -> FusionPriors.structure(conditional(point)));
                    tap.accept("structure", structure);
                } else if (!point.isSelf()) {
                    places.put(point.block(), point);
                    contents.put(
                            point.block(), Scope.scoped(() -> FusionPriors.content(conditional(point), prompts.end())));
                }
                walk.answer(Scope.scoped(point::output));
            }
            Map<String, FusionMask> masks = new HashMap<>();
            for (Map.Entry<String, AttentionPoint> block : places.entrySet()) {
                Tensor here = at(structure, last, block.getValue());
                masks.put(block.getKey(), FusionMask.of(here, contents.get(block.getKey()), sharpness));
            }
            return masks;
        });
    }

    private static Tensor at(Tensor structure, AttentionPoint from, AttentionPoint to) {
        return FusionPriors.resized(structure, from.height(), from.width(), to.height(), to.width());
    }

    private static List<Tensor> parts(Map<String, FusionMask> masks) {
        return masks.values().stream()
                .flatMap(mask -> List.of(mask.soft(), mask.hard()).stream())
                .toList();
    }

    /// The attention of the row with the prompt, (n, m).
    private static Tensor conditional(AttentionPoint point) {
        return FusionPriors.attention(
                row(point.attention().queries(lastRow(point.hidden()))),
                row(point.attention().keys(lastRow(point.context()))));
    }

    private static Tensor lastRow(Tensor x) {
        return x.slice(0, x.size(0) - 1, x.size(0));
    }

    private static Tensor row(Tensor x) {
        return x.reshape(x.size(1), x.size(2), x.size(3));
    }
}
