package org.layerloom.network.autoencoder;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Two convolutions, each after SiLU, added back to the input.
record ResidualBlock(ReflectConv conv1, ReflectConv conv2) {
    static List<ResidualBlock> loadAll(Weights w, String name, int count, int width) throws WeightsException {
        List<ResidualBlock> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Weights block = w.at(name + "." + i);
            blocks.add(new ResidualBlock(
                    ReflectConv.load(block.at("conv1"), width, width),
                    ReflectConv.load(block.at("conv2"), width, width)));
        }
        return blocks;
    }

    static Tensor run(List<ResidualBlock> blocks, Tensor start) {
        Tensor x = start;
        for (ResidualBlock block : blocks) {
            Tensor before = x;
            x = Scope.scoped(() -> block.forward(before));
        }
        return x;
    }

    /// (b, width, h, w) to the same shape.
    Tensor forward(Tensor x) {
        return x.add(conv2.forward(Ops.silu(conv1.forward(Ops.silu(x)))));
    }
}
