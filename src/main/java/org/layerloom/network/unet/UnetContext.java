package org.layerloom.network.unet;

import org.layerloom.tensor.Tensor;

/// What a UNet sees beside the latents and the time.
///
/// @param states    of the prompt, (b, m, cross dim)
/// @param pooled    of the prompt, (b, pooled dim), for a network that takes sizes; else null
/// @param timeIds   sizes in pixels, (b, 6): original height and width, top and left of the cut, target height and
///                  width; null where the network takes none
/// @param control   from a [ControlNet], or null
/// @param attention what stands in the place of the attentions
public record UnetContext(
        Tensor states, Tensor pooled, Tensor timeIds, ControlResiduals control, AttentionProcessor attention) {
    /// For a network that takes no sizes (1.5).
    public static UnetContext of(Tensor states) {
        return of(states, null, null);
    }

    /// For a network that takes sizes (XL).
    public static UnetContext of(Tensor states, Tensor pooled, Tensor timeIds) {
        return new UnetContext(states, pooled, timeIds, null, AttentionProcessor.PLAIN);
    }

    public UnetContext withControl(ControlResiduals residuals) {
        return new UnetContext(states, pooled, timeIds, residuals, attention);
    }

    public UnetContext withAttention(AttentionProcessor processor) {
        return new UnetContext(states, pooled, timeIds, control, processor);
    }
}
