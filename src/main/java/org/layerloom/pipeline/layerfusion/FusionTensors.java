package org.layerloom.pipeline.layerfusion;

import java.util.List;
import org.layerloom.tensor.Tensor;

/// One tensor for each of the three pictures that LayerFusion denoises together.
///
/// @param foreground the object on a transparent ground
/// @param blended    the object in its surroundings
/// @param background the surroundings alone
public record FusionTensors(Tensor foreground, Tensor blended, Tensor background) {
    public List<Tensor> parts() {
        return List.of(foreground, blended, background);
    }
}
