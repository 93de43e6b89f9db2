package org.layerloom.pipeline.layerfusion;

import java.util.List;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// Where the foreground's object is, at the grid of one attention.
///
/// @param soft 0..1 as the attentions say, (n), float32
/// @param hard the same with a sharper edge, (n), float32
public record FusionMask(Tensor soft, Tensor hard) {
    private static final double MIDDLE = 0.5;

    /// @param structure from [FusionPriors#structure], at this grid
    /// @param content   from [FusionPriors#content]
    /// @param sharpness the paper's boundary coefficient d
    public static FusionMask of(Tensor structure, Tensor content, double sharpness) {
        return Scope.scoped(FusionMask::parts, () -> {
            Tensor soft = FusionPriors.normalized(structure.mul(content));
            return new FusionMask(soft, soft.sub(MIDDLE).mul(sharpness).sigmoid());
        });
    }

    private List<Tensor> parts() {
        return List.of(soft, hard);
    }
}
