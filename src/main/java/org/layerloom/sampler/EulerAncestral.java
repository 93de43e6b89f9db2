package org.layerloom.sampler;

import java.util.function.IntFunction;
import org.layerloom.tensor.Tensor;

/// Euler's method that goes down further than the next level and adds fresh noise up to it (k-diffusion's
/// `sample_euler_ancestral`, eta 1).
public record EulerAncestral() implements Sampler {
    @Override
    public State step(Schedule schedule, State before, Tensor epsilon, int step, IntFunction<Tensor> noise) {
        double sigma = schedule.sigmas()[step];
        double next = schedule.sigmas()[step + 1];
        double up = Math.min(next, next * Math.sqrt(sigma * sigma - next * next) / sigma);
        double down = Math.sqrt(next * next - up * up);
        Tensor x = Sampler.sum(1, before.x(), down - sigma, epsilon);
        return State.of(up == 0 ? x : Sampler.sum(1, x, up, noise.apply(step)));
    }
}
