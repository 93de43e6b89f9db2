package org.layerloom.network.unet;

import org.layerloom.network.Conv2d;
import org.layerloom.network.GroupNorm;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Two convolutions, each after a norm and SiLU, with the time added between them, added back to the input.
///
/// @param convShortcut fits the input to another number of channels; null where the number stays
record ResnetBlock(
        GroupNorm norm1, Conv2d conv1, Linear timeEmbProj, GroupNorm norm2, Conv2d conv2, Conv2d convShortcut) {
    static ResnetBlock load(Weights w, UnetConfig config, int in, int out) throws WeightsException {
        return new ResnetBlock(
                GroupNorm.load(w.at("norm1"), config.groups(), in, config.eps()),
                Conv2d.same(w.at("conv1"), out, in),
                Linear.load(w.at("time_emb_proj"), out, config.timeDim()),
                GroupNorm.load(w.at("norm2"), config.groups(), out, config.eps()),
                Conv2d.same(w.at("conv2"), out, out),
                in == out ? null : Conv2d.pointwise(w.at("conv_shortcut"), out, in));
    }

    /// (b, in, h, w) to (b, out, h, w).
    ///
    /// @param time SiLU of the time's embedding, (1 or b, time dim)
    Tensor forward(Tensor x, Tensor time) {
        Tensor h = Scope.scoped(() -> {
            Tensor shift = timeEmbProj.forward(time);
            return conv1.forward(Ops.silu(norm1.forward(x))).add(shift.reshape(shift.size(0), shift.size(1), 1, 1));
        });
        Tensor y = Scope.scoped(() -> conv2.forward(Ops.silu(norm2.forward(h))));
        return (convShortcut == null ? x : convShortcut.forward(x)).add(y);
    }
}
