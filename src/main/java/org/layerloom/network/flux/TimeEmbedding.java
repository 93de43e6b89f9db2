package org.layerloom.network.flux;

import org.layerloom.network.Sinusoid;
import org.layerloom.network.TimestepEmbedding;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The vector that steers every block: time, guidance and the prompt as a whole, each through an MLP, added.
///
/// @param guidance null where the model takes no guidance value
/// @param rounding the type that the model's arithmetic rounds time and guidance to
record TimeEmbedding(
        TimestepEmbedding time, TimestepEmbedding guidance, TimestepEmbedding text, DType rounding, DType compute) {
    private static final int WAVES = 128;
    private static final double SCALE = 1000;

    static TimeEmbedding load(FluxConfig c, Weights w) throws WeightsException {
        int dim = c.dim();
        return new TimeEmbedding(
                TimestepEmbedding.load(w.at("timestep_embedder"), 2L * WAVES, dim),
                c.guidanceEmbeds() ? TimestepEmbedding.load(w.at("guidance_embedder"), 2L * WAVES, dim) : null,
                TimestepEmbedding.load(w.at("text_embedder"), c.pooledDim(), dim),
                w.rounding(),
                w.compute());
    }

    /// A row for each time and prompt, times outside. (times * prompts, dim)
    ///
    /// @param pooled   the prompts' parts, (prompts, dim), from [#text()]
    /// @param times    1 = noise
    /// @param strength guidance value; no part where the model takes none
    Tensor forward(Tensor pooled, float[] times, float strength) {
        Tensor sum = time.forward(waves(pooled.device(), times)); // (times, dim)
        if (guidance != null) {
            sum = sum.add(guidance.forward(waves(pooled.device(), strength)));
        }
        long dim = pooled.size(1);
        return sum.reshape(times.length, 1, dim).add(pooled).reshape(-1, dim);
    }

    /// cos and sin (in this order) of 128 frequencies, (n, 256). Values are rounded before and after they are scaled,
    /// as the reference does; the angles are float32.
    private Tensor waves(Device device, float... values) {
        Tensor scaled =
                device.tensor(values, values.length, 1).to(rounding).mul(SCALE).to(DType.F32);
        return Sinusoid.of(scaled, 2 * WAVES).to(compute);
    }
}
