package org.layerloom.pipeline.art;

import java.util.List;
import org.layerloom.network.flux.Conditioning;
import org.layerloom.network.flux.FluxTransformer;
import org.layerloom.network.flux.Steering;
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
    /// @param first    the step that it begins with: until there all layers are held
    record Plan(
            TokenLayout layout,
            Tensor noise,
            float[] sigmas,
            Conditioning with,
            Conditioning without,
            Guidance guidance,
            float embedded,
            List<Held> held,
            int first) {
        /// A run of all steps.
        Plan(
                TokenLayout layout,
                Tensor noise,
                float[] sigmas,
                Conditioning with,
                Conditioning without,
                Guidance guidance,
                float embedded,
                List<Held> held) {
            this(layout, noise, sigmas, with, without, guidance, embedded, held, 0);
        }

        int steps() {
            return sigmas.length - 1;
        }

        /// One for each pass of a step.
        List<Conditioning> prompts() {
            return without == null ? List.of(with) : List.of(with, without);
        }
    }

    /// Sees the run go on.
    interface Watcher {
        /// Before each block; may throw to stop the run.
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
            Steering steering = steer(plan);
            Tensor x = hold(plan, plan.noise, plan.first);
            for (int i = plan.first; i < plan.steps(); i++) {
                Tensor before = x;
                int step = i;
                x = Scope.scoped(() -> step(plan, places, steering, before, step, watcher));
                if (before != plan.noise) {
                    before.close();
                }
            }
            return x;
        });
    }

    /// What steers the blocks, for all steps.
    Steering steer(Plan plan) {
        float[] times = new float[plan.steps()];
        for (int i = 0; i < times.length; i++) {
            times[i] = transformer.time(plan.sigmas[i]);
        }
        return transformer.steer(times, plan.embedded, plan.prompts());
    }

    private Tensor step(Plan plan, Tensor places, Steering steering, Tensor x, int step, Watcher watcher) {
        float sigma = plan.sigmas[step];
        Tensor embedded = transformer.embed(x, places); // the same for both passes
        List<Tensor> velocities = velocities(plan, x, embedded, steering, step, watcher::check);
        Tensor velocity = velocities.size() == 1
                ? velocities.getFirst()
                : plan.guidance.combine(velocities.getFirst(), velocities.getLast());
        Tensor next = hold(plan, FlowMatchEuler.step(x, velocity, sigma, plan.sigmas[step + 1]), step + 1);
        watcher.stepped(step, x, velocity, next);
        return next;
    }

    /// The velocity under each prompt.
    ///
    /// @param check called before each block
    List<Tensor> velocities(Plan plan, Tensor x, Tensor embedded, Steering steering, int step, Runnable check) {
        return Scope.scopedAll(() -> transformer.forward(embedded, plan.prompts(), steering, step, check).stream()
                .map(output -> prediction.velocity(x, output, plan.sigmas[step]))
                .toList());
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
