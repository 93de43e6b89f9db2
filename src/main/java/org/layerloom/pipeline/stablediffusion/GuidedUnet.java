package org.layerloom.pipeline.stablediffusion;

import java.util.List;
import java.util.stream.Stream;
import org.layerloom.network.unet.AttentionProcessor;
import org.layerloom.network.unet.Unet;
import org.layerloom.network.unet.UnetContext;
import org.layerloom.sampler.Guidance;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Tensor;

/// A denoiser that is led away from the negative prompt: both passes go through the network as one batch, first the
/// one without the prompt.
///
/// @param context   of a whole batch, from [#context]
/// @param condition latents of given pictures, put behind the channels of the latents; null where none is given
/// @param compute   the network's type
public record GuidedUnet(
        Unet unet, UnetContext context, Tensor condition, Control control, Guidance guidance, DType compute) {
    /// Steers a pass by a picture.
    @FunctionalInterface
    public interface Control {
        Control NONE = (latents, timestep, context) -> context;

        /// The context with what the picture adds.
        UnetContext apply(Tensor latents, double timestep, UnetContext context);
    }

    /// What a batch sees.
    ///
    /// @param prompts one for each picture that is denoised together
    /// @param width   of the pictures, px
    /// @param sizes   whether the network takes them
    public static UnetContext context(
            List<PromptPair> prompts, boolean sizes, int width, int height, Guidance guidance) {
        List<PromptPair> none = guidance.needsNull() ? prompts : List.of();
        Tensor states = rows(
                none.stream().map(PromptPair::without).toList(),
                prompts.stream().map(PromptPair::with).toList());
        if (!sizes) {
            return UnetContext.of(states);
        }
        Tensor pooled = rows(
                none.stream().map(PromptPair::pooledWithout).toList(),
                prompts.stream().map(PromptPair::pooledWith).toList());
        float[] ids = {height, width, 0, 0, height, width};
        Tensor timeIds = states.device()
                .tensor(ids, 1, ids.length)
                .expand(states.size(0), -1)
                .to(states.dtype());
        return UnetContext.of(states, pooled, timeIds);
    }

    private static Tensor rows(List<Tensor> without, List<Tensor> with) {
        return Tensor.concat(0, Stream.concat(without.stream(), with.stream()).toList());
    }

    /// The same with other attentions.
    public GuidedUnet withAttention(AttentionProcessor processor) {
        return new GuidedUnet(unet, context.withAttention(processor), condition, control, guidance, compute);
    }

    /// @param latents as the network sees them, one row for each picture
    public Tensor epsilon(Tensor latents, double timestep) {
        Tensor rows = batch(latents.to(compute));
        Tensor input = condition == null
                ? rows
                : Tensor.concat(1, rows, condition.to(compute).expand(rows.size(0), -1, -1, -1));
        return guidance.ofBatch(unet.forward(input, timestep, control.apply(rows, timestep, context)));
    }

    private Tensor batch(Tensor latents) {
        return guidance.needsNull() ? Tensor.concat(0, latents, latents) : latents;
    }
}
