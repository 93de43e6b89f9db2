package org.layerloom.sampler;

import org.layerloom.tensor.DType;
import org.layerloom.tensor.Tensor;

/// Euler's method for flow matching: x goes from noise (sigma 1) to the sample (sigma 0) along the velocity.
///
/// Checked against diffusers 0.31 `FlowMatchEulerDiscreteScheduler`. Times are shifted towards the noise by a
/// factor that is fixed, or grows with the number of image tokens.
public interface FlowMatchEuler {
    /// The factor for a sequence of so many image tokens; 1 changes nothing.
    double shift(long imageTokens);

    /// A fixed factor.
    record FixedShift(double shift) implements FlowMatchEuler {
        @Override
        public double shift(long imageTokens) {
            return shift;
        }
    }

    /// exp(mu), mu linear in the number of tokens and not limited by the maximum.
    ///
    /// @param baseTokens where mu is `baseShift`
    /// @param maxTokens  where mu is `maxShift`
    record DynamicShift(long baseTokens, long maxTokens, double baseShift, double maxShift) implements FlowMatchEuler {
        @Override
        public double shift(long imageTokens) {
            return Math.exp(mu(imageTokens));
        }

        double mu(long imageTokens) {
            double slope = (maxShift - baseShift) / (maxTokens - baseTokens);
            return imageTokens * slope + (baseShift - slope * baseTokens);
        }
    }

    /// Noise levels of a run: `steps` falling values from 1, and 0.
    default float[] sigmas(int steps, long imageTokens) {
        double shift = shift(imageTokens);
        float[] sigmas = new float[steps + 1];
        double spacing = steps == 1 ? 0 : (1.0 / steps - 1) / (steps - 1);
        for (int i = 0; i < steps; i++) {
            double s = i == steps - 1 && steps > 1 ? 1.0 / steps : 1 + i * spacing;
            sigmas[i] = (float) (shift / (shift + (1 / s - 1)));
        }
        return sigmas;
    }

    /// One step from `sigma` to `next`: x + (next - sigma) * velocity, multiplied in the velocity's type (the
    /// difference is rounded to it too, as torch does), added in float32, given in the velocity's type.
    static Tensor step(Tensor x, Tensor velocity, float sigma, float next) {
        try (Tensor wide = x.to(DType.F32);
                Tensor exact = x.device().tensor(new float[] {next - sigma}, 1);
                Tensor difference = exact.to(velocity.dtype());
                Tensor change = velocity.mul(difference);
                Tensor sum = wide.add(change)) {
            return sum.to(velocity.dtype());
        }
    }
}
