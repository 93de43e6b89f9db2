package org.layerloom.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// Pseudo linear multistep method (Liu et al. 2022) without Runge-Kutta steps, as diffusers' `PNDMScheduler` with
/// `skip_prk_steps`: DDIM along a mixture of the noises that up to four steps predicted.
///
/// Runs on a [Schedule#withFirstIntervalTwice()]: the second step repeats the first one with the mean of both
/// predictions.
public record Pndm() implements Sampler {
    private static final int MOST = 4;

    /// The state remembers the latest noise first; after the first step also the latents that it started from.
    @Override
    public State step(Schedule schedule, State before, Tensor epsilon, int step, IntFunction<Tensor> noise) {
        double[] sigmas = schedule.sigmas();
        if (step == 0) {
            Tensor x = Sampler.sum(1, before.x(), sigmas[1] - sigmas[0], epsilon);
            return State.of(x, epsilon, before.x());
        }
        if (step == 1 && sigmas[1] == sigmas[2]) {
            Tensor first = before.earlier().get(0);
            Tensor mean = Sampler.sum(0.5, epsilon, 0.5, first);
            Tensor x = Sampler.sum(1, before.earlier().get(1), sigmas[1] - sigmas[0], mean);
            return State.of(x, first);
        }
        List<Tensor> noises = new ArrayList<>(before.earlier());
        noises.addFirst(epsilon);
        List<Tensor> latest = noises.subList(0, Math.min(noises.size(), MOST));
        Tensor x = Sampler.sum(1, before.x(), sigmas[step + 1] - sigmas[step], mixture(latest));
        return new State(x, latest);
    }

    /// Adams and Bashforth's weights for two to four values.
    private static Tensor mixture(List<Tensor> noises) {
        double[] weights = switch (noises.size()) {
            case 1 -> new double[] {1};
            case 2 -> new double[] {3 / 2.0, -1 / 2.0};
            case 3 -> new double[] {23 / 12.0, -16 / 12.0, 5 / 12.0};
            default -> new double[] {55 / 24.0, -59 / 24.0, 37 / 24.0, -9 / 24.0};
        };
        return Scope.scoped(() -> {
            Tensor sum = noises.getFirst().mul(weights[0]);
            for (int i = 1; i < weights.length; i++) {
                sum = Sampler.sum(1, sum, weights[i], noises.get(i));
            }
            return sum;
        });
    }
}
