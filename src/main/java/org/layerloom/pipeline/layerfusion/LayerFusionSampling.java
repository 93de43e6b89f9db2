package org.layerloom.pipeline.layerfusion;

import java.util.Optional;
import org.layerloom.pipeline.stablediffusion.Denoising;
import org.layerloom.sampler.Guidance;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// A whole run of LayerFusion: the three pictures start from the same noise and are denoised in lock step.
///
/// A given background is kept so: at each step its latents have that step's noise, and where the mask sees no
/// object, what the blend is on the way to is the given background too. The paper has no given background, and its
/// blend sees nothing of one: the object would be lit as in a scene of its own.
public final class LayerFusionSampling {
    private static final String MASK = ".mh";

    private final LayerFusionStep step;
    private final FusionPrompts prompts;
    private final Guidance guidance;
    private final DType compute;

    /// @param compute the networks' type
    public LayerFusionSampling(LayerFusionStep step, FusionPrompts prompts, Guidance guidance, DType compute) {
        this.step = step;
        this.prompts = prompts;
        this.guidance = guidance;
        this.compute = compute;
    }

    /// Latents of the three pictures, (1, c, h, w) each, scaled.
    ///
    /// @param loop its noise is that of one picture
    /// @param kept latents of a background that is given, scaled
    public FusionTensors run(Denoising loop, Optional<Tensor> kept, Denoising.Watcher watcher) {
        return Scope.scoped(FusionTensors::parts, () -> run(loop, loop.noise().start(), kept, watcher));
    }

    /// @param noise that the run starts from, (1, c, h, w)
    FusionTensors run(Denoising loop, Tensor noise, Optional<Tensor> kept, Denoising.Watcher watcher) {
        Tensor free = loop.schedule().start(noise);
        Tensor held = kept.map(sample -> loop.schedule().start(sample, noise)).orElse(free);
        Tensor made = loop.run(Tensor.concat(0, free, held, held), (x, i) -> epsilon(loop, x, i, kept), watcher);
        FusionTensors rows = rows(made);
        return new FusionTensors(rows.foreground(), rows.blended(), kept.orElse(rows.background()));
    }

    private Tensor epsilon(Denoising loop, Tensor x, int i, Optional<Tensor> kept) {
        FusionTensors rows = rows(x);
        FusionTensors seen = new FusionTensors(
                rows.foreground().to(compute),
                rows.blended().to(compute),
                rows.background().to(compute));
        float[][] mask = new float[1][];
        FusionTensors predicted = step.forward(seen, prompts, loop.schedule().timesteps()[i], (name, value) -> {
            if (kept.isPresent() && name.endsWith(MASK)) {
                mask[0] = value.toFloats(); // the last attention's counts: the finest of the object's outlines
            }
        });
        Tensor blended = guidance.ofBatch(predicted.blended());
        Tensor background = guidance.ofBatch(predicted.background());
        if (kept.isPresent()) {
            double sigma = loop.schedule().sigmas()[i];
            Tensor object = object(mask[0], x);
            Tensor back = towards(kept.get(), rows.blended(), sigma);
            blended = object.mul(blended).add(object.mul(-1).add(1).mul(back));
            background = towards(kept.get(), rows.background(), sigma);
        }
        return Tensor.concat(0, guidance.ofBatch(predicted.foreground()), background, blended);
    }

    /// The noise whose prediction leads to a sample.
    ///
    /// @param latents of variance 1
    private static Tensor towards(Tensor sample, Tensor latents, double sigma) {
        return latents.mul(Math.hypot(sigma, 1)).sub(sample).div(sigma);
    }

    /// A mask of an attention's cells at the latents' size, (1, 1, h, w).
    private static Tensor object(float[] mask, Tensor latents) {
        int height = Math.toIntExact(latents.size(2));
        int width = Math.toIntExact(latents.size(3));
        int block = (int) Math.round(Math.sqrt((double) height * width / mask.length));
        Tensor map = latents.device().tensor(mask, mask.length);
        return FusionPriors.resized(map, height / block, width / block, height, width)
                .reshape(1, 1, height, width);
    }

    /// Foreground, background and blend lie in this order.
    static FusionTensors rows(Tensor x) {
        return new FusionTensors(x.slice(0, 0, 1), x.slice(0, 2, 3), x.slice(0, 1, 2));
    }
}
