package org.layerloom.network.vae;

import java.util.List;
import org.layerloom.tensor.Tensor;

/// What an encoder says of a picture's latents: mean and log variance, both (b, c, h, w).
public record Posterior(Tensor mean, Tensor logvar) implements AutoCloseable {
    private static final double LEAST = -30;
    private static final double MOST = 20;

    static Posterior of(Tensor moments) {
        Tensor[] halves = moments.chunk(2, 1);
        return new Posterior(halves[0], halves[1].clip(LEAST, MOST));
    }

    List<Tensor> tensors() {
        return List.of(mean, logvar);
    }

    /// Standard deviation, (b, c, h, w).
    public Tensor std() {
        return logvar.mul(0.5).exp();
    }

    /// mean + std * noise; noise is normal and of the same shape.
    public Tensor sample(Tensor noise) {
        return mean.add(std().mul(noise));
    }

    @Override
    public void close() {
        mean.close();
        logvar.close();
    }
}
