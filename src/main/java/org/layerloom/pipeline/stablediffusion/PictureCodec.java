package org.layerloom.pipeline.stablediffusion;

import org.layerloom.network.vae.AutoencoderKl;
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
    private final AutoencoderKl vae;
    private final Weights weights;

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
        return Scope.scoped(() -> vae.scale(vae.encode(picture.mul(2).sub(1)).mean()));
    }

    /// (1, 3, h, w) in 0..1, clipped.
    ///
    /// @param latents scaled, as the denoiser makes them
    public Tensor decode(Tensor latents) {
        return Scope.scoped(() ->
                vae.decode(vae.unscale(latents)).mul(0.5).add(0.5).clip(0, 1));
    }

    @Override
    public void close() {
        weights.close();
    }
}
