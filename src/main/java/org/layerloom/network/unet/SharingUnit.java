package org.layerloom.network.unet;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.network.Conv2d;
import org.layerloom.network.Heads;
import org.layerloom.network.LayerNorm;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// One attention with changed maps for each frame, followed by attention of the frames to each other at every cell
/// (`AttentionSharingUnit` of sd-forge-layerdiffuse @ b1e6651).
record SharingUnit(
        List<Frame> frames,
        LayerNorm temporalN,
        Linear temporalI,
        Linear temporalQ,
        Linear temporalK,
        Linear temporalV,
        Linear temporalO) {
    private static final double EPS = 1e-6;

    /// A change of low rank to a linear map.
    private record Change(Linear down, Linear up) {
        static Change load(Weights w, Linear of) throws WeightsException {
            Tensor weight = of.weight();
            long rank = w.size("down.weight", 0);
            return new Change(
                    Linear.unbiased(w.at("down"), rank, weight.size(1)),
                    Linear.unbiased(w.at("up"), weight.size(0), rank));
        }

        Tensor forward(Linear of, Tensor x) {
            return of.forward(x).add(up.forward(down.forward(x)));
        }
    }

    /// @param control0 of the given picture's signal, and null where the unit takes none
    private record Frame(Change toQ, Change toK, Change toV, Change toOut, Conv2d control0, Conv2d control2) {
        static Frame load(Weights w, Attention of, int frame) throws WeightsException {
            Weights control = w.at("control_convs." + frame);
            boolean controlled = control.has("0.weight");
            long width = controlled ? control.size("0.weight", 0) : 0;
            return new Frame(
                    Change.load(w.at("to_q_lora." + frame), of.toQ()),
                    Change.load(w.at("to_k_lora." + frame), of.toK()),
                    Change.load(w.at("to_v_lora." + frame), of.toV()),
                    Change.load(w.at("to_out_lora." + frame), of.toOut()),
                    controlled ? Conv2d.same(control.at("0"), width, width) : null,
                    controlled
                            ? Conv2d.pointwise(
                                    control.at("2"), of.toOut().weight().size(0), width)
                            : null);
        }

        Tensor attend(Attention of, Tensor x, Tensor context) {
            Tensor q = Heads.split(toQ.forward(of.toQ(), x), of.heads());
            Tensor k = Heads.split(toK.forward(of.toK(), context), of.heads());
            Tensor v = Heads.split(toV.forward(of.toV(), context), of.heads());
            return toOut.forward(of.toOut(), Heads.join(Ops.attention(q, k, v)));
        }

        /// Adds the signal's part (1, n, dim) to the hidden states.
        Tensor controlled(Tensor x, Tensor signal) {
            Tensor y = control2.forward(Ops.silu(control0.forward(signal)));
            return x.add(y.reshape(y.size(0), y.size(1), -1).transpose(0, 2, 1));
        }
    }

    static SharingUnit load(Weights w, Attention of, int frames) throws WeightsException {
        List<Frame> each = new ArrayList<>();
        for (int f = 0; f < frames; f++) {
            each.add(Frame.load(w, of, f));
        }
        long dim = of.toOut().weight().size(0);
        return new SharingUnit(
                each,
                LayerNorm.load(w.at("temporal_n"), dim, EPS),
                Linear.load(w.at("temporal_i"), dim, dim),
                Linear.load(w.at("temporal_q"), dim, dim),
                Linear.load(w.at("temporal_k"), dim, dim),
                Linear.load(w.at("temporal_v"), dim, dim),
                Linear.load(w.at("temporal_o"), dim, dim));
    }

    /// What is added to the hidden states, (b frames, n, dim): the control's part too.
    Tensor forward(AttentionPoint point, SharingConditions conditions) {
        Tensor hidden = point.hidden();
        Tensor[] parts = new Tensor[frames.size()];
        for (int f = 0; f < parts.length; f++) {
            int frame = f;
            parts[f] = Scope.scoped(() -> inFrame(point, conditions, frame));
        }
        Tensor x = Tensor.stack(1, parts); // (b, frames, n, dim)
        Tensor y = x.add(Scope.scoped(() -> amongFrames(x, point.attention().heads())));
        return y.reshape(hidden.shape()).sub(hidden);
    }

    private Tensor inFrame(AttentionPoint point, SharingConditions conditions, int f) {
        Frame frame = frames.get(f);
        Tensor x = SharingConditions.frame(point.hidden(), f, frames.size());
        Tensor signal = conditions.signals().get(x.size(1));
        if (frame.control0() != null && signal != null) {
            x = frame.controlled(x, signal);
        }
        Tensor context = point.isSelf() ? x : conditions.prompt(point.prompt(), f, frames.size());
        return x.add(frame.attend(point.attention(), x, context));
    }

    private Tensor amongFrames(Tensor x, int heads) {
        long items = x.size(0);
        long cells = x.size(2);
        Tensor series = x.transpose(0, 2, 1, 3).reshape(items * cells, frames.size(), x.size(3));
        Tensor n = temporalI.forward(temporalN.forward(series));
        Tensor y = temporalO.forward(Heads.join(Ops.attention(
                Heads.split(temporalQ.forward(n), heads),
                Heads.split(temporalK.forward(n), heads),
                Heads.split(temporalV.forward(n), heads))));
        return y.reshape(items, cells, frames.size(), x.size(3)).transpose(0, 2, 1, 3);
    }
}
