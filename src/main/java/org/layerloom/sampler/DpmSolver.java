package org.layerloom.sampler;

import java.util.function.IntFunction;
import org.layerloom.tensor.Tensor;

/// DPM-Solver++(2M) (Lu et al. 2022): the sample that the last two steps predict is extrapolated; the first step and
/// the one to no noise are of first order.
///
/// @param stochastic the SDE form (k-diffusion's `sample_dpmpp_2m_sde`, eta 1, midpoint): it goes down further and
///     adds fresh noise
public record DpmSolver(boolean stochastic) implements Sampler {
    @Override
    public State step(Schedule schedule, State before, Tensor epsilon, int step, IntFunction<Tensor> noise) {
        double sigma = schedule.sigmas()[step];
        double next = schedule.sigmas()[step + 1];
        Tensor sample = Sampler.sample(before.x(), epsilon, sigma);
        if (next == 0) {
            return State.of(sample);
        }
        double h = Math.log(sigma / next);
        Tensor target = before.earlier().isEmpty()
                ? sample
                : extrapolated(sample, before.earlier().getFirst(), h, Math.log(schedule.sigmas()[step - 1] / sigma));
        double way = stochastic ? 2 * h : h;
        double kept = stochastic ? next / sigma * Math.exp(-h) : next / sigma;
        Tensor x = Sampler.sum(kept, before.x(), -Math.expm1(-way), target);
        if (stochastic) {
            x = Sampler.sum(1, x, next * Math.sqrt(-Math.expm1(-way)), noise.apply(step));
        }
        return State.of(x, sample);
    }

    private static Tensor extrapolated(Tensor sample, Tensor earlier, double h, double hBefore) {
        double weight = h / (2 * hBefore);
        return Sampler.sum(1 + weight, sample, -weight, earlier);
    }
}
