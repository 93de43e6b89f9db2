package org.layerloom.sampler;

/// How the timesteps of a run lie among a model's training timesteps (`timestep_spacing` of diffusers).
///
/// @param offset added to all timesteps where the rule is LEADING (`steps_offset`)
public record Spacing(Rule rule, int offset) {
    /// What the published checkpoints of Stable Diffusion 1.5 and XL say.
    public static final Spacing STABLE_DIFFUSION = new Spacing(Rule.LEADING, 1);

    public enum Rule {
        /// Whole steps from the clean end on: the noisy end is not reached.
        LEADING,
        /// Even from the noisy end to the clean one, both included.
        LINSPACE,
        /// Even from the noisy end on.
        TRAILING
    }

    /// `steps` falling timesteps for Euler's method, DDIM and PNDM.
    double[] timesteps(int steps, int training) {
        double[] t = new double[steps];
        for (int i = 0; i < steps; i++) {
            int fromEnd = steps - 1 - i;
            t[i] = switch (rule) {
                case LEADING -> fromEnd * (training / steps) + offset;
                case LINSPACE -> steps == 1 ? 0 : (float) (fromEnd * ((training - 1.0) / (steps - 1)));
                case TRAILING -> trailing(i, steps, training);
            };
        }
        return t;
    }

    /// `steps` falling whole timesteps for the multistep solvers, which keep one more interval for the clean end.
    double[] multistep(int steps, int training) {
        double[] t = new double[steps];
        for (int i = 0; i < steps; i++) {
            int fromEnd = steps - i;
            t[i] = switch (rule) {
                case LEADING -> fromEnd * (training / (steps + 1)) + offset;
                case LINSPACE -> Math.rint(fromEnd * ((training - 1.0) / steps));
                case TRAILING -> trailing(i, steps, training);
            };
        }
        return t;
    }

    private static double trailing(int i, int steps, int training) {
        return Math.rint(training - i * ((double) training / steps)) - 1;
    }
}
