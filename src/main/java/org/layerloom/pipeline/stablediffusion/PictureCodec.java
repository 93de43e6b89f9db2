package org.layerloom.pipeline.stablediffusion;

import org.layerloom.network.vae.AutoencoderKl;
import org.layerloom.network.vae.LatentColours;
import org.layerloom.network.vae.Posterior;
import org.layerloom.network.vae.Tiling;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Part;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Pictures to latents and back by the model's autoencoder. It computes in float32: XL's overflows in half
/// precision.
public final class PictureCodec implements AutoCloseable {
    /// Larger pictures, in cells, are coded in tiles: their size alone would set the memory.
    private static final Tiling TILING = Tiling.of(160);

    private final AutoencoderKl vae;
    private final Weights weights;
    private LatentColours colours; // known from the first glance on

    private PictureCodec(AutoencoderKl vae, Weights weights) {
        this.vae = vae;
        this.weights = weights;
    }

    static PictureCodec load(Checkpoint checkpoint, Device device) throws WeightsException {
        Weights weights = checkpoint.weights(Part.VAE, device, DType.F32);
        PictureCodec codec = new PictureCodec(AutoencoderKl.load(checkpoint.config(Part.VAE), weights), weights);
        weights.unmap();
        return codec;
    }

    /// Pixels a latent cell, in both directions.
    public int factor() {
        return vae.factor();
    }

    public int latentChannels() {
        return vae.latentChannels();
    }

    /// The distribution's mean as the denoiser sees it, (1, 4, h/8, w/8).
    ///
    /// @param picture (1, 3, h, w) in 0..1
    public Tensor encode(Tensor picture) {
        return Scope.scoped(() -> vae.scale(posterior(picture.mul(2).sub(1)).mean()));
    }

    /// The distribution of a picture's latents, in the codec's own space.
    ///
    /// @param picture (1, 3, h, w) in -1..1
    public Posterior posterior(Tensor picture) {
        boolean large = TILING.splits(picture.size(2) / factor(), picture.size(3) / factor());
        return large ? vae.encode(picture, TILING, () -> {}) : vae.encode(picture);
    }

    /// Latents of the codec's own space as the denoiser sees them.
    public Tensor scaled(Tensor z) {
        return vae.scale(z);
    }

    /// The inverse of [#scaled(Tensor)].
    public Tensor unscaled(Tensor latents) {
        return vae.unscale(latents);
    }

    /// (1, 3, h, w) in 0..1, clipped.
    ///
    /// @param latents scaled, as the denoiser makes them
    /// @param check   called before each part of the work; may throw to stop
    public Tensor decode(Tensor latents, Runnable check) {
        check.run();
        return Scope.scoped(() -> {
            Tensor z = vae.unscale(latents);
            boolean large = TILING.splits(z.size(2), z.size(3));
            Tensor picture = large ? vae.decode(z, TILING, check) : vae.decode(z);
            return picture.mul(0.5).add(0.5).clip(0, 1);
        });
    }

    /// What latents look like at a glance, a pixel for each cell: (1, 3, h/8, w/8) in 0..1, clipped.
    ///
    /// @param latents scaled, as the denoiser makes them
    public Tensor glance(Tensor latents) {
        if (colours == null) {
            colours = LatentColours.fit(vae);
        }
        return Scope.scoped(
                () -> colours.forward(vae.unscale(latents)).mul(0.5).add(0.5).clip(0, 1));
    }

    @Override
    public void close() {
        weights.close();
    }
}
