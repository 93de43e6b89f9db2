package org.layerloom.network.unet;

import java.util.List;
import java.util.function.BiConsumer;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The denoiser of Stable Diffusion 1.5 and XL (`UNet2DConditionModel` of diffusers 0.42).
///
/// It is a list of steps, so that a pass can be stopped at every attention ([#walk]): LayerFusion leads three
/// passes in lock step. The plain [#forward] goes through the same steps.
public final class Unet {
    private final UnetConfig config;
    private final Trunk trunk;
    private final List<UnetStep> steps;

    private Unet(UnetConfig config, Trunk trunk, List<UnetStep> steps) {
        this.config = config;
        this.trunk = trunk;
        this.steps = steps;
    }

    /// Reads weights with diffusers' names. The network takes as many channels as its `conv_in` has, which may be
    /// more than the latents have (8 and 12 where pictures are conditions).
    ///
    /// @throws WeightsException if config and weights do not fit each other
    public static Unet load(Weights weights, UnetConfig config) throws WeightsException {
        List<UnetStep> steps = new UnetSteps(config)
                .down(weights)
                .middle(weights)
                .up(weights)
                .finish(weights)
                .list();
        return new Unet(config, Trunk.load(weights, config), steps);
    }

    public UnetConfig config() {
        return config;
    }

    /// Channels of the input.
    public int inChannels() {
        return trunk.inChannels();
    }

    /// Names of all attentions in the order in which a pass comes to them, as
    /// `down_blocks.1.attentions.0.transformer_blocks.0.attn1`.
    public List<String> attentions() {
        return steps.stream()
                .filter(UnetStep.Attend.class::isInstance)
                .map(UnetStep::name)
                .toList();
    }

    List<UnetStep> steps() {
        return steps;
    }

    Trunk trunk() {
        return trunk;
    }

    /// The prediction (epsilon or velocity, as the model was trained), (b, out channels, h, w).
    ///
    /// @param sample   scaled latents (b, in channels, h, w), h and w multiples of [UnetConfig#multiple()]
    /// @param timestep 0 to 999, fractions allowed, the same for the whole batch
    /// @throws IllegalArgumentException if channels or size of the latents do not fit
    public Tensor forward(Tensor sample, double timestep, UnetContext context) {
        return forward(sample, timestep, context, (name, value) -> {});
    }

    /// As [#forward(Tensor, double, UnetContext)], showing what each step made to `tap` while it lives.
    Tensor forward(Tensor sample, double timestep, UnetContext context, BiConsumer<String, Tensor> tap) {
        return Scope.scoped(() -> walk(sample, timestep, context, tap).finish(context.attention()));
    }

    /// Begins a pass that stops at every attention, in the scope that is open. The context's own processor is not
    /// asked.
    public UnetWalk walk(Tensor sample, double timestep, UnetContext context) {
        return walk(sample, timestep, context, (name, value) -> {});
    }

    private UnetWalk walk(Tensor sample, double timestep, UnetContext context, BiConsumer<String, Tensor> tap) {
        Tensor x = trunk.enter(sample);
        tap.accept("conv_in", x);
        Tensor embedding = trunk.embed(timestep, context);
        tap.accept("embedding", embedding);
        return new UnetWalk(steps, x, Trunk.activate(embedding), context, tap);
    }
}
