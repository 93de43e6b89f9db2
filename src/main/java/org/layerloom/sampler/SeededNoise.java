package org.layerloom.sampler;

import java.util.function.IntFunction;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Normal noise that a seed determines: that of the start, and fresh one for each step. Equal seeds give equal noise
/// on every device, whichever steps are asked for and in whatever order.
///
/// @param shape of the latents
public record SeededNoise(Device device, long seed, long... shape) implements IntFunction<Tensor> {
    /// The noise that a run starts from, equal to `torch.manual_seed(seed); torch.randn(shape)`.
    public Tensor start() {
        return device.randn(seed, shape);
    }

    /// The fresh noise of a step from 0.
    @Override
    public Tensor apply(int step) {
        return device.randn(mixed(step + 1L), shape);
    }

    /// A seed for the n-th draw: far from those of other draws and of neighbouring seeds (SplitMix64's steps).
    private long mixed(long n) {
        long z = seed + n * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
