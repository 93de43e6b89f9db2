package org.layerloom.sampler;

import java.util.Arrays;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// The noise levels of a run, noisy end first.
///
/// Latents are always held as sample plus sigma times noise, whatever the sampler. Samplers that are usually written
/// for latents of variance 1 (DDIM, PNDM, UniPC, DPM++ of diffusers) are the same sampler after the change of scale
/// that [#scaled(Tensor, int)] makes.
///
/// @param timesteps what the model is told of the noise at each step; whole numbers unless a rule interpolates them
/// @param sigmas    levels before each step and after the last one; falling, the last one 0 but for DDIM and PNDM
/// @param startScale the first latents of a run without a start picture are noise times this
public record Schedule(double[] timesteps, double[] sigmas, double startScale) {
    private static final double KARRAS_RHO = 7;

    public Schedule {
        if (timesteps.length == 0 || sigmas.length != timesteps.length + 1) {
            throw new IllegalArgumentException(
                    timesteps.length + " timesteps do not fit " + sigmas.length + " noise levels");
        }
    }

    /// k-diffusion's levels by Karras et al. 2022 over the whole training range, whole timesteps; noise starts at
    /// the first level (LayerDiffuse's command-line form).
    public static Schedule karras(TrainingNoise training, int steps) {
        double[] sigmas = karras(training.most(), training.least(), steps);
        double[] timesteps =
                Arrays.stream(sigmas).limit(steps).map(training::nearest).toArray();
        return new Schedule(timesteps, sigmas, sigmas[0]);
    }

    /// The levels of diffusers' Euler and Euler ancestral.
    public static Schedule euler(TrainingNoise training, Spacing spacing, int steps) {
        double[] timesteps = spacing.timesteps(steps, training.timesteps());
        double[] sigmas = levels(training, timesteps, 0);
        return new Schedule(timesteps, sigmas, eulerStart(spacing, sigmas[0]));
    }

    /// Karras levels between the outermost ones of [#euler(TrainingNoise, Spacing, int)].
    public static Schedule eulerKarras(TrainingNoise training, Spacing spacing, int steps) {
        double[] outer = euler(training, spacing, steps).sigmas;
        double[] sigmas = karras(outer[0], outer[steps - 1], steps);
        double[] timesteps =
                Arrays.stream(sigmas).limit(steps).map(training::timestep).toArray();
        return new Schedule(timesteps, sigmas, eulerStart(spacing, sigmas[0]));
    }

    /// The levels of diffusers' multistep solvers (DPM++, UniPC).
    public static Schedule multistep(TrainingNoise training, Spacing spacing, int steps) {
        double[] timesteps = spacing.multistep(steps, training.timesteps());
        double[] sigmas = levels(training, timesteps, 0);
        return new Schedule(timesteps, sigmas, Math.hypot(sigmas[0], 1));
    }

    /// Karras levels for diffusers' multistep solvers: over the whole training range, timesteps interpolated and
    /// rounded.
    public static Schedule multistepKarras(TrainingNoise training, int steps) {
        double[] sigmas = karras(training.most(), training.least(), steps);
        double[] timesteps = Arrays.stream(sigmas)
                .limit(steps)
                .map(sigma -> Math.rint(training.timestep(sigma)))
                .toArray();
        return new Schedule(timesteps, sigmas, Math.hypot(sigmas[0], 1));
    }

    /// The levels of DDIM: it ends at the lowest training level.
    public static Schedule ddim(TrainingNoise training, Spacing spacing, int steps) {
        double[] timesteps = Arrays.stream(spacing.timesteps(steps, training.timesteps()))
                .map(Math::rint)
                .toArray();
        double[] sigmas = levels(training, timesteps, training.least());
        return new Schedule(timesteps, sigmas, Math.hypot(sigmas[0], 1));
    }

    /// These levels for PNDM, which takes its first interval twice: one step more.
    public Schedule withFirstIntervalTwice() {
        return steps() == 1 ? this : new Schedule(repeated(timesteps), repeated(sigmas), startScale);
    }

    /// The last `steps` steps: where a run with a start picture begins. The model is never asked for fewer steps
    /// because of the start: the whole schedule is made longer instead.
    public Schedule tail(int steps) {
        int skipped = steps() - steps;
        double[] rest = Arrays.copyOfRange(sigmas, skipped, sigmas.length);
        double[] times = Arrays.copyOfRange(timesteps, skipped, timesteps.length);
        return new Schedule(times, rest, skipped == 0 ? startScale : rest[0]);
    }

    public int steps() {
        return timesteps.length;
    }

    /// The first latents of a run from nothing but noise.
    public Tensor start(Tensor noise) {
        return noise.mul(startScale);
    }

    /// The first latents of a run from a sample (scaled latents of a picture).
    public Tensor start(Tensor sample, Tensor noise) {
        return noised(sample, noise, 0);
    }

    /// A sample at the noise of a step: what is given is held so while the rest is made.
    public Tensor noised(Tensor sample, Tensor noise, int step) {
        return Scope.scoped(() -> sample.add(noise.mul(sigmas[step])));
    }

    /// Latents as the model sees them at a step: of variance 1. After the last step (`step` = steps()) it is the
    /// result of the run.
    public Tensor scaled(Tensor latents, int step) {
        return latents.mul(1 / Math.hypot(sigmas[step], 1));
    }

    private static double eulerStart(Spacing spacing, double sigma) {
        return spacing.rule() == Spacing.Rule.LEADING ? Math.hypot(sigma, 1) : sigma;
    }

    private static double[] levels(TrainingNoise training, double[] timesteps, double last) {
        double[] sigmas = new double[timesteps.length + 1];
        for (int i = 0; i < timesteps.length; i++) {
            sigmas[i] = (float) training.sigma(timesteps[i]);
        }
        sigmas[timesteps.length] = last;
        return sigmas;
    }

    private static double[] karras(double most, double least, int steps) {
        double[] sigmas = new double[steps + 1];
        double first = Math.pow(most, 1 / KARRAS_RHO);
        double rise = Math.pow(least, 1 / KARRAS_RHO) - first;
        for (int i = 0; i < steps; i++) {
            sigmas[i] = (float) Math.pow(first + (steps == 1 ? 0 : (double) i / (steps - 1)) * rise, KARRAS_RHO);
        }
        return sigmas;
    }

    private static double[] repeated(double... values) {
        double[] longer = new double[values.length + 1];
        System.arraycopy(values, 0, longer, 0, 2);
        System.arraycopy(values, 1, longer, 2, values.length - 1);
        return longer;
    }
}
