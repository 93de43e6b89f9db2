package org.layerloom.sampler;

import org.layerloom.tensor.Tensor;

/// What a flow model's output stands for, and the way from it to the velocity.
public enum Prediction {
    /// The velocity itself: noise minus sample.
    VELOCITY,
    /// The clean sample.
    SAMPLE;

    /// Below this level of noise the velocity from a sample would blow up its error.
    private static final double SMALLEST_SIGMA = 0.05;

    /// The output itself where it is the velocity already.
    ///
    /// @param x     the noisy latents that the output was made from
    /// @param sigma their level of noise
    public Tensor velocity(Tensor x, Tensor output, float sigma) {
        if (this == VELOCITY) {
            return output;
        }
        try (Tensor difference = x.sub(output)) {
            return difference.div(Math.max(sigma, SMALLEST_SIGMA));
        }
    }

    /// The clean sample that latents with this velocity are on the way to.
    public static Tensor sample(Tensor x, Tensor velocity, float sigma) {
        try (Tensor scaled = velocity.mul(sigma)) {
            return x.sub(scaled);
        }
    }
}
