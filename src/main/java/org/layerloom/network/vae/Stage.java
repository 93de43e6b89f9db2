package org.layerloom.network.vae;

import java.util.List;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// One step of the way through the encoder or the decoder.
public sealed interface Stage permits ResnetBlock, AttentionBlock, Downsample, Upsample {
    /// (b, c, h, w) to what comes after it.
    Tensor forward(Tensor x);

    /// Goes through all stages. A stage's output is freed as soon as the next one has run: at full size each is
    /// large.
    static Tensor run(List<Stage> stages, Tensor start) {
        Tensor x = start;
        for (Stage stage : stages) {
            Tensor before = x;
            x = Scope.scoped(() -> stage.forward(before));
            if (before != start) {
                before.close();
            }
        }
        return x;
    }
}
