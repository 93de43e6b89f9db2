package org.layerloom.sampler;

/// The noise levels that an epsilon-predicting model was trained with, one for each training timestep.
///
/// A level is a sigma: latents are the sample plus sigma times normal noise. Checked against LayerDiffuse's
/// command-line code and diffusers' schedulers, which differ from each other by up to 1e-5 of a sigma.
public final class TrainingNoise {
    private static final double STABLE_DIFFUSION_BETA_START = 0.00085;
    private static final double STABLE_DIFFUSION_BETA_END = 0.012;
    private static final int STABLE_DIFFUSION_TIMESTEPS = 1000;
    /// Above every sigma: a model that stops here never runs.
    private static final double ABOVE_ALL = 999_999_999.9;

    private final float[] sigmas;
    private final float[] logs;

    private TrainingNoise(float... sigmas) {
        this.sigmas = sigmas;
        logs = new float[sigmas.length];
        for (int t = 0; t < sigmas.length; t++) {
            logs[t] = (float) Math.log(sigmas[t]);
        }
    }

    /// The levels of Stable Diffusion 1.5 and XL.
    public static TrainingNoise stableDiffusion() {
        return scaledLinear(STABLE_DIFFUSION_BETA_START, STABLE_DIFFUSION_BETA_END, STABLE_DIFFUSION_TIMESTEPS);
    }

    /// Betas whose square roots rise evenly (`beta_schedule` "scaled_linear").
    ///
    /// @param timesteps at least 2
    public static TrainingNoise scaledLinear(double betaStart, double betaEnd, int timesteps) {
        float[] sigmas = new float[timesteps];
        double first = Math.sqrt(betaStart);
        double rise = (Math.sqrt(betaEnd) - first) / (timesteps - 1);
        double kept = 1;
        for (int t = 0; t < timesteps; t++) {
            double root = first + t * rise;
            kept *= 1 - root * root;
            float alpha = (float) kept;
            sigmas[t] = (float) Math.sqrt((1 - alpha) / alpha);
        }
        return new TrainingNoise(sigmas);
    }

    public int timesteps() {
        return sigmas.length;
    }

    /// The level of a timestep; between two timesteps levels rise evenly.
    public double sigma(double timestep) {
        int below = (int) Math.min(Math.max(timestep, 0), sigmas.length - 1);
        int above = Math.min(below + 1, sigmas.length - 1);
        return sigmas[below] + (timestep - below) * ((double) sigmas[above] - sigmas[below]);
    }

    double least() {
        return sigmas[0];
    }

    double most() {
        return sigmas[sigmas.length - 1];
    }

    /// The timestep whose level has the nearest logarithm, the first one of several (k-diffusion's rule).
    public int nearest(double sigma) {
        float log = (float) Math.log((float) sigma);
        int best = 0;
        for (int t = 1; t < logs.length; t++) {
            if (Math.abs(log - logs[t]) < Math.abs(log - logs[best])) {
                best = t;
            }
        }
        return best;
    }

    /// The timestep of a level, interpolated between logarithms (diffusers' rule).
    public double timestep(double sigma) {
        double log = Math.log(Math.max(sigma, 1e-10));
        int low = 0;
        while (low < logs.length - 2 && log >= logs[low + 1]) {
            low++;
        }
        double share = (logs[low] - log) / (logs[low] - (double) logs[low + 1]);
        return low + Math.min(Math.max(share, 0), 1);
    }

    /// The level below which a patched model gives way to the original one ("Stop At" of LayerDiffuse for Forge).
    ///
    /// @param share of the steps' range that the patched model runs in: 0 never, 1 to the end
    public double stopAt(double share) {
        if (share <= 0) {
            return ABOVE_ALL;
        }
        if (share >= 1) {
            return 0;
        }
        double at = (1 - share) * (sigmas.length - 1);
        int below = (int) at;
        return Math.exp(logs[below] + (at - below) * ((double) logs[below + 1] - logs[below]));
    }
}
