package org.layerloom.network.vae;

import org.layerloom.network.Conv2d;
import org.layerloom.network.GroupNorm;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Two convolutions, each after a norm and SiLU, added back to the input.
///
/// @param convShortcut fits the input to another number of channels; null where the number stays
public record ResnetBlock(GroupNorm norm1, Conv2d conv1, GroupNorm norm2, Conv2d conv2, Conv2d convShortcut)
        implements Stage {
    public static ResnetBlock load(Weights w, int groups, int in, int out, double eps) throws WeightsException {
        return new ResnetBlock(
                GroupNorm.load(w.at("norm1"), groups, in, eps),
                Conv2d.same(w.at("conv1"), out, in),
                GroupNorm.load(w.at("norm2"), groups, out, eps),
                Conv2d.same(w.at("conv2"), out, out),
                in == out ? null : Conv2d.pointwise(w.at("conv_shortcut"), out, in));
    }

    @Override
    public Tensor forward(Tensor x) {
        Tensor h = Scope.scoped(() -> conv1.forward(Ops.silu(norm1.forward(x))));
        Tensor y = Scope.scoped(() -> conv2.forward(Ops.silu(norm2.forward(h))));
        return (convShortcut == null ? x : convShortcut.forward(x)).add(y);
    }
}
