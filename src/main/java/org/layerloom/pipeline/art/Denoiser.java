package org.layerloom.pipeline.art;

import java.util.List;
import org.layerloom.network.flux.Conditioning;
import org.layerloom.network.flux.FluxTransformer;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.sampler.FlowMatchEuler;
import org.layerloom.sampler.Guidance;
import org.layerloom.sampler.Prediction;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// The loop from noise to clean tokens. Arrays made in a step die with the step; only the tokens go on.
final class Denoiser {
    private final FluxTransformer transformer;
    private final Prediction prediction;

    /// What a run is made of.
    ///
    /// @param noise    (1, n, token width)
    /// @param with     the prompt
    /// @param without  no prompt or the negative one; null where guidance needs no second pass
    /// @param embedded guidance value that the model takes as input
    record Plan(
            TokenLayout layout,
            Tensor noise,
            float[] sigmas,
            Conditioning with,
            Conditioning without,
            Guidance guidance,
            float embedded,
            List<Held> held) {
        int steps() {
            return sigmas.length - 1;
        }
    }

    /// Sees the run go on.
    interface Watcher {
        /// Between passes; may throw to stop the run.
        void check();

        /// After step i (from 0); the tensors live until it returns.
        ///
        /// @param x        tokens before the step
        /// @param velocity of this step
        /// @param next     tokens after it
        void stepped(int step, Tensor x, Tensor velocity, Tensor next);
    }

    Denoiser(FluxTransformer transformer) {
        this.transformer = transformer;
        prediction = transformer.config().predictsSample() ? Prediction.SAMPLE : Prediction.VELOCITY;
    }

    /// Clean tokens (1, n, token width).
    Tensor run(Plan plan, Watcher watcher) {
        return Scope.scoped(() -> {
            Tensor places = transformer.places(plan.layout, marks(plan));
            Tensor x = hold(plan, plan.noise, 0);
            for (int i = 0; i < plan.steps(); i++) {
                Tensor before = x;
                int step = i;
                x = Scope.scoped(() -> step(plan, places, before, step, watcher));
                if (before != plan.noise) {
                    before.close();
                }
            }
            return x;
        });
    }

    private Tensor step(Plan plan, Tensor places, Tensor x, int step, Watcher watcher) {
        float sigma = plan.sigmas[step];
        Tensor embedded = transformer.embed(x, places); // the same for both passes
        watcher.check();
        Tensor velocity = velocity(plan, x, embedded, plan.with, sigma);
        if (plan.without != null) {
            watcher.check();
            velocity = plan.guidance.combine(velocity, velocity(plan, x, embedded, plan.without, sigma));
        }
        Tensor next = hold(plan, FlowMatchEuler.step(x, velocity, sigma, plan.sigmas[step + 1]), step + 1);
        watcher.stepped(step, x, velocity, next);
        return next;
    }

    /// One pass: the velocity under one prompt.
    Tensor velocity(Plan plan, Tensor x, Tensor embedded, Conditioning prompt, float sigma) {
        return Scope.scoped(() -> {
            Tensor output = transformer.forward(embedded, prompt, transformer.time(sigma), plan.embedded);
            return prediction.velocity(x, output, sigma);
        });
    }

    private static boolean[] marks(Plan plan) {
        boolean[] marks = new boolean[plan.layout.layers()];
        for (Held held : plan.held) {
            marks[held.layer()] = held.marked();
        }
        return marks;
    }

    /// x with the cells of the layers that are held at point `at` replaced; x itself where there are none.
    private static Tensor hold(Plan plan, Tensor x, int at) {
        Tensor result = x;
        for (Held held : plan.held) {
            if (at <= held.release()) {
                result = put(plan, result, held, plan.sigmas[at]);
            }
        }
        return result;
    }

    private static Tensor put(Plan plan, Tensor x, Held held, float sigma) {
        long start = plan.layout.start(held.layer());
        long end = start + plan.layout.box(held.layer()).area();
        return Scope.scoped(() -> {
            Tensor own = held.clean();
            if (!held.marked()) {
                own = own.mul(1 - sigma).add(plan.noise.slice(1, start, end).mul(sigma));
            }
            return Tensor.concat(1, x.slice(1, 0, start), own.to(x.dtype()), x.slice(1, end, x.size(1)));
        });
    }
}
