package org.layerloom.sampler;

import java.util.function.IntFunction;
import org.layerloom.tensor.Tensor;

/// Euler's method along the predicted noise (Karras et al. 2022, algorithm 2 without churn). On DDIM's schedule it
/// is DDIM (Song et al. 2021, eta 0).
public record Euler() implements Sampler {
    @Override
    public State step(Schedule schedule, State before, Tensor epsilon, int step, IntFunction<Tensor> noise) {
        double change = schedule.sigmas()[step + 1] - schedule.sigmas()[step];
        return State.of(Sampler.sum(1, before.x(), change, epsilon));
    }
}
