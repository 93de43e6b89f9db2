package org.layerloom.pipeline.layerfusion;

import org.layerloom.network.unet.Attention;
import org.layerloom.tensor.Tensor;

/// How the three pictures' attention outputs become each other's (LayerFusion, equations 1 and 2, and the sharing of
/// the blended with the background's states). Outputs and hidden states are (b, n, dim); masks hold for all rows.
public final class FusionAttention {
    private FusionAttention() {}

    /// The blended picture's output with the foreground's where the object is.
    public static Tensor blended(Tensor foreground, Tensor blended, FusionMask mask) {
        return mix(foreground, blended, mask.soft());
    }

    /// The foreground's output with the blended picture's (from [#blended]) where the object surely is.
    public static Tensor foreground(Tensor foreground, Tensor blended, FusionMask mask) {
        return mix(blended, foreground, mask.hard());
    }

    /// The background's tokens attend to themselves and to the blended picture's, which count the less the more the
    /// object covers them.
    ///
    /// @param background normed hidden states of the background
    /// @param blended    normed hidden states of the blended picture
    public static Tensor backgroundSelf(Attention attention, Tensor background, Tensor blended, FusionMask mask) {
        Tensor free = mask.hard().mul(-1).add(1).log();
        Tensor none = free.mul(0);
        Tensor bias = Tensor.concat(0, none, free).to(background.dtype()).reshape(1, 1, 1, 2 * none.size(0));
        return attention.forward(background, Tensor.concat(1, background, blended), bias);
    }

    /// The background's output with a share of the blended picture's (from [#blended]) where no object is.
    public static Tensor backgroundCross(Tensor background, Tensor blended, FusionMask mask, double share) {
        return mix(blended, background, mask.hard().mul(-1).add(1).mul(share));
    }

    /// weight * a + (1 - weight) * b.
    private static Tensor mix(Tensor a, Tensor b, Tensor weight) {
        Tensor w = weight.to(a.dtype()).reshape(1, -1, 1);
        return w.mul(a).add(w.mul(-1).add(1).mul(b));
    }
}
