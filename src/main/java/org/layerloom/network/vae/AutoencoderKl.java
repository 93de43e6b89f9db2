package org.layerloom.network.vae;

import java.util.function.Supplier;
import org.layerloom.network.Conv2d;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The picture codec of FLUX, SDXL and SD1.5 (`AutoencoderKL` of diffusers): 16 or 4 latent channels at 1/8 of the
/// pixels. Pictures are (b, 3, h, w) in -1..1, h and w multiples of [#factor()].
public final class AutoencoderKl {
    static final double EPS = 1e-6;

    private final VaeConfig config;
    private final Encoder encoder;
    private final Decoder decoder;
    private final Conv2d quantConv;
    private final Conv2d postQuantConv;

    private AutoencoderKl(VaeConfig config, Encoder encoder, Decoder decoder, Conv2d quantConv, Conv2d postQuantConv) {
        this.config = config;
        this.encoder = encoder;
        this.decoder = decoder;
        this.quantConv = quantConv;
        this.postQuantConv = postQuantConv;
    }

    /// @throws WeightsException if config and weights do not fit each other
    public static AutoencoderKl load(Config config, Weights weights) throws WeightsException {
        VaeConfig sizes = VaeConfig.of(config);
        int latent = sizes.latentChannels();
        return new AutoencoderKl(
                sizes,
                Encoder.load(sizes, weights.at("encoder")),
                Decoder.load(sizes, weights.at("decoder")),
                sizes.quantConv() ? Conv2d.pointwise(weights.at("quant_conv"), 2L * latent, 2L * latent) : null,
                sizes.postQuantConv() ? Conv2d.pointwise(weights.at("post_quant_conv"), latent, latent) : null);
    }

    Encoder encoder() {
        return encoder;
    }

    Decoder decoder() {
        return decoder;
    }

    /// Pixels a latent cell, in both directions (8).
    public int factor() {
        return 1 << (config.channels().length - 1);
    }

    public int latentChannels() {
        return config.latentChannels();
    }

    /// (b, 3, h, w) to the distribution of its latents, (b, c, h/8, w/8), in the codec's own space (not scaled).
    public Posterior encode(Tensor image) {
        return posterior(() -> moments(image));
    }

    /// As [#encode(Tensor)], tile by tile: what it needs does not grow with the picture, values differ a little.
    ///
    /// @param check called before each tile; may throw to stop
    public Posterior encode(Tensor image, Tiling tiling, Runnable check) {
        return posterior(() -> tiling.run(image, factor(), 1, this::moments, check));
    }

    private static Posterior posterior(Supplier<Tensor> moments) {
        return Scope.scoped(Posterior::tensors, () -> Posterior.of(moments.get()));
    }

    private Tensor moments(Tensor image) {
        return Scope.scoped(() -> {
            Tensor moments = encoder.forward(image);
            return quantConv == null ? moments : quantConv.forward(moments);
        });
    }

    /// Latents (b, c, h/8, w/8) in the codec's own space to pictures (b, 3, h, w), not clipped. Pictures are
    /// decoded one after the other: a batch at full size would need gigabytes and gives the same values.
    public Tensor decode(Tensor z) {
        return Scope.scoped(() -> {
            Tensor[] images = new Tensor[Math.toIntExact(z.size(0))];
            for (int i = 0; i < images.length; i++) {
                images[i] = picture(z.slice(0, i, i + 1L));
            }
            return Tensor.concat(0, images);
        });
    }

    /// As [#decode(Tensor)], tile by tile: what it needs does not grow with the picture, values differ a little.
    ///
    /// @param check called before each tile; may throw to stop
    public Tensor decode(Tensor z, Tiling tiling, Runnable check) {
        return tiling.run(z, 1, factor(), this::picture, check);
    }

    private Tensor picture(Tensor z) {
        return Scope.scoped(() -> decoder.forward(postQuantConv == null ? z : postQuantConv.forward(z)));
    }

    /// Latents as the denoising network sees them: (z - shift) * scale.
    public Tensor scale(Tensor z) {
        return Scope.scoped(() -> z.sub(config.shiftFactor()).mul(config.scalingFactor()));
    }

    /// The inverse of [#scale(Tensor)].
    public Tensor unscale(Tensor x) {
        return Scope.scoped(() -> x.div(config.scalingFactor()).add(config.shiftFactor()));
    }

    /// Mean latents (1, c, h/8, w/8) of a mid-grey picture (value 0), in the codec's own space: what stands
    /// outside the layers' boxes.
    ///
    /// @param height of the picture in px
    /// @param width of the picture in px
    public Tensor greyMean(int height, int width) {
        return Scope.scoped(() -> {
            Tensor like = encoder.convIn().weight();
            Tensor grey = like.device().zeros(1, config.imageChannels(), height, width);
            return encode(grey.to(like.dtype())).mean();
        });
    }
}
