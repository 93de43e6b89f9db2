package org.layerloom.network.unet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.network.Conv2d;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Makes of a given picture the signals that [AttentionSharing] adds to the hidden states, one for each size that
/// they have (`HookerLayers.kwargs_encoder` of sd-forge-layerdiffuse @ b1e6651).
///
/// @param stages convolutions, each followed by SiLU; every stage ends at a signal
public record ControlEncoder(List<List<Conv2d>> stages) {
    private static final String NAME = "kwargs_encoder.blocks_";

    public static boolean isIn(Weights w) {
        return w.has(NAME + "0.0.weight");
    }

    public static ControlEncoder load(Weights w) throws WeightsException {
        List<List<Conv2d>> stages = new ArrayList<>();
        for (int i = 0; i < w.count(NAME + "%d"); i++) {
            Weights stage = w.at(NAME + i);
            List<Conv2d> convs = new ArrayList<>();
            for (int j = 0; stage.has(2 * j + ".weight"); j++) {
                // the first stage keeps its size at every second convolution, the others halve it first
                int stride = i > 0 && j == 0 || i == 0 && j > 0 && j % 2 == 0 ? 2 : 1;
                Weights conv = stage.at(Integer.toString(2 * j));
                convs.add(Conv2d.load(conv, conv.size("weight", 0), conv.size("weight", 1), 3, stride, 1));
            }
            stages.add(List.copyOf(convs));
        }
        return new ControlEncoder(List.copyOf(stages));
    }

    /// Signals at 1/8, 1/16, 1/32 and 1/64 of the pixels, by their number of cells.
    ///
    /// @param image (1, 3, h, w) in 0..1, h and w multiples of 64
    public Map<Long, Tensor> forward(Tensor image) {
        List<Tensor> made = Scope.scopedAll(() -> {
            List<Tensor> signals = new ArrayList<>();
            Tensor x = image.mul(2).sub(1);
            for (List<Conv2d> stage : stages) {
                for (Conv2d conv : stage) {
                    x = Ops.silu(conv.forward(x));
                }
                signals.add(x);
            }
            return signals;
        });
        Map<Long, Tensor> signals = new HashMap<>();
        for (Tensor signal : made) {
            signals.put(signal.size(2) * signal.size(3), signal);
        }
        return signals;
    }
}
