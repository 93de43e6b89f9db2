package org.layerloom.network;

import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Numbers as waves: the form in which networks take timesteps and sizes.
public final class Sinusoid {
    private static final double LONGEST = 10_000;

    private Sinusoid() {}

    /// cos, then sin, of the values times dim / 2 frequencies that fall from 1 towards 1/10000, in float32
    /// (diffusers' `get_timestep_embedding` with `flip_sin_to_cos` and no shift).
    ///
    /// @param values (n) numbers of any type
    /// @return (n, dim), float32
    public static Tensor of(Tensor values, int dim) {
        Device device = values.device();
        int waves = dim / 2;
        float[] steps = new float[waves];
        for (int j = 0; j < waves; j++) {
            steps[j] = j;
        }
        Tensor frequencies = device.tensor(steps, 1, waves)
                .mul(-Math.log(LONGEST))
                .div(waves)
                .exp();
        Tensor angles = values.to(DType.F32).reshape(-1, 1).mul(frequencies);
        return Tensor.concat(1, angles.cos(), angles.sin());
    }
}
