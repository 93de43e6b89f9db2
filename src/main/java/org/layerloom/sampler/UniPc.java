package org.layerloom.sampler;

import java.util.function.IntFunction;
import org.layerloom.tensor.Tensor;

/// UniPC of order 2 on the predicted sample (Zhao et al. 2023, B2(h) form; diffusers' `UniPCMultistepScheduler` with
/// its defaults): every step first corrects the latents that the last one predicted, then predicts the next ones.
public record UniPc() implements Sampler {
    /// The state remembers the sample predicted last, the corrected latents that it was predicted from, and the
    /// sample predicted before.
    @Override
    public State step(Schedule schedule, State before, Tensor epsilon, int step, IntFunction<Tensor> noise) {
        double[] sigmas = schedule.sigmas();
        Tensor sample = Sampler.sample(before.x(), epsilon, sigmas[step]);
        if (sigmas[step + 1] == 0) {
            return State.of(sample);
        }
        if (before.earlier().isEmpty()) {
            return State.of(predicted(sigmas, step, before.x(), sample, null), sample, before.x());
        }
        Tensor last = before.earlier().get(0);
        Tensor corrected = corrected(sigmas, step, before, sample);
        return State.of(predicted(sigmas, step, corrected, sample, last), sample, corrected, last);
    }

    /// The latents after a step; of first order where there is no sample of the step before.
    private static Tensor predicted(double[] sigmas, int step, Tensor x, Tensor sample, Tensor earlier) {
        double h = Math.log(sigmas[step] / sigmas[step + 1]);
        double way = Math.expm1(-h);
        Tensor straight = Sampler.sum(sigmas[step + 1] / sigmas[step], x, -way, sample);
        if (earlier == null) {
            return straight;
        }
        double bend = way * h / (2 * Math.log(sigmas[step - 1] / sigmas[step]));
        return Sampler.sum(1, straight, -bend, Sampler.sum(1, sample, -1, earlier));
    }

    /// The latents at `step`, made anew from those of the step before now that the sample here is known.
    private static Tensor corrected(double[] sigmas, int step, State before, Tensor sample) {
        Tensor last = before.earlier().get(0);
        Tensor from = before.earlier().get(1);
        double h = Math.log(sigmas[step - 1] / sigmas[step]);
        double way = Math.expm1(-h);
        Tensor straight = Sampler.sum(sigmas[step] / sigmas[step - 1], from, -way, last);
        Tensor change = Sampler.sum(1, sample, -1, last);
        if (before.earlier().size() == 2) {
            return Sampler.sum(1, straight, -way / 2, change);
        }
        // two equations in the weights of both differences: (1, 1; r, 1) w = (b1, b2)
        double ratio = -Math.log(sigmas[step - 2] / sigmas[step - 1]) / h;
        double phi2 = way / -h - 1;
        double phi3 = phi2 / -h - 0.5;
        double b1 = phi2 / way;
        double b2 = 2 * phi3 / way;
        double weight = (b1 - b2) / (1 - ratio);
        Tensor older = Sampler.sum(1, before.earlier().get(2), -1, last);
        Tensor bend = Sampler.sum(weight / ratio, older, b1 - weight, change);
        return Sampler.sum(1, straight, -way, bend);
    }
}
