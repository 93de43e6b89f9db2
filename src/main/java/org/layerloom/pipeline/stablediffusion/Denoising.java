package org.layerloom.pipeline.stablediffusion;

import org.layerloom.sampler.Sampler;
import org.layerloom.sampler.Schedule;
import org.layerloom.sampler.SeededNoise;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// The loop from noise to a sample.
///
/// @param noise of the start, and fresh noise of a step for the samplers that add some
public record Denoising(Schedule schedule, Sampler sampler, SeededNoise noise) {
    /// The predicted noise, guidance included.
    @FunctionalInterface
    public interface Predictor {
        /// @param latents as the network sees them, of variance 1, float32
        Tensor epsilon(Tensor latents, int step);
    }

    /// Watches the loop.
    public interface Watcher {
        /// Called before each step; may throw to stop.
        void before(int step);

        /// Called after each step while what is handed over lives.
        ///
        /// @param x       latents before the step
        /// @param epsilon predicted there
        /// @param next    latents after it
        void after(int step, Tensor x, Tensor epsilon, Tensor next);
    }

    /// From latents at the first noise level to the sample, in the space of the denoiser (scaled). `start` is closed.
    public Tensor run(Tensor start, Predictor predictor, Watcher watcher) {
        Sampler.State state = Sampler.State.of(start);
        for (int i = 0; i < schedule.steps(); i++) {
            watcher.before(i);
            int step = i;
            Tensor x = state.x();
            try (Tensor epsilon = Scope.scoped(() -> predictor.epsilon(schedule.scaled(x, step), step));
                    Tensor seen = x.reshape(x.shape())) { // a second handle: the step closes the first one
                state = sampler.advance(schedule, state, epsilon, step, noise);
                watcher.after(step, seen, epsilon, state.x());
            }
        }
        Sampler.State end = state;
        Tensor sample = schedule.scaled(end.x(), schedule.steps());
        end.tensors().forEach(Tensor::close);
        return sample;
    }
}
