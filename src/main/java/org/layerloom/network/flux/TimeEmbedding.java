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
record TimeEmbedding(TimestepEmbedding time, TimestepEmbedding guidance, TimestepEmbedding text, DType compute) {
    private static final int WAVES = 128;
    private static final double SCALE = 1000;

    static TimeEmbedding load(FluxConfig c, Weights w) throws WeightsException {
        int dim = c.dim();
        return new TimeEmbedding(
                TimestepEmbedding.load(w.at("timestep_embedder"), 2L * WAVES, dim),
                c.guidanceEmbeds() ? TimestepEmbedding.load(w.at("guidance_embedder"), 2L * WAVES, dim) : null,
                TimestepEmbedding.load(w.at("text_embedder"), c.pooledDim(), dim),
                w.compute());
    }

    /// @param pooled   the prompt's part, (1, dim), from [#text()]
    /// @param t        time, 1 = noise
    /// @param strength guidance value; no part where the model takes none
    Tensor forward(Tensor pooled, float t, float strength) { // (1, dim)
        Tensor sum = time.forward(waves(pooled.device(), t));
        if (guidance != null) {
            sum = sum.add(guidance.forward(waves(pooled.device(), strength)));
        }
        return sum.add(pooled);
    }

    /// cos and sin (in this order) of 128 frequencies, (1, 256). The value is rounded to the compute type before
    /// and after it is scaled, as the reference does; the angles are float32.
    private Tensor waves(Device device, float value) {
        Tensor scaled =
                device.tensor(new float[] {value}, 1, 1).to(compute).mul(SCALE).to(DType.F32);
        return Sinusoid.of(scaled, 2 * WAVES).to(compute);
    }
}
