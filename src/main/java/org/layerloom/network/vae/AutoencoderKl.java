package org.layerloom.network.vae;

import java.util.List;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// FLUX's picture codec (`AutoencoderKL` of diffusers 0.31, without quant convolutions): 16 latent channels at 1/8
/// of the pixels. Pictures are (b, 3, h, w) in -1..1, h and w multiples of [#factor()].
public final class AutoencoderKl {
    static final double EPS = 1e-6;

    private final VaeConfig config;
    private final Encoder encoder;
    private final Decoder decoder;

    private AutoencoderKl(VaeConfig config, Encoder encoder, Decoder decoder) {
        this.config = config;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /// @throws WeightsException if config and weights do not fit each other
    public static AutoencoderKl load(Config config, Weights weights) throws WeightsException {
        VaeConfig sizes = VaeConfig.of(config);
        return new AutoencoderKl(
                sizes, Encoder.load(sizes, weights.at("encoder")), Decoder.load(sizes, weights.at("decoder")));
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

    /// (b, 3, h, w) to the distribution of its latents, (b, 16, h/8, w/8), in the codec's own space (not scaled).
    public Posterior encode(Tensor image) {
        List<Tensor> parts = Scope.scopedAll(() -> {
            Posterior posterior = Posterior.of(encoder.forward(image));
            return List.of(posterior.mean(), posterior.logvar());
        });
        return new Posterior(parts.get(0), parts.get(1));
    }

    /// Latents (b, 16, h/8, w/8) in the codec's own space to pictures (b, 3, h, w), not clipped. Pictures are
    /// decoded one after the other: a batch at full size would need gigabytes and gives the same values.
    public Tensor decode(Tensor z) {
        return Scope.scoped(() -> {
            Tensor[] images = new Tensor[Math.toIntExact(z.size(0))];
            for (int i = 0; i < images.length; i++) {
                images[i] = decoder.forward(z.slice(0, i, i + 1L));
            }
            return Tensor.concat(0, images);
        });
    }

    /// Latents as the transformer sees them: (z - shift) * scale.
    public Tensor scale(Tensor z) {
        return Scope.scoped(() -> z.sub(config.shiftFactor()).mul(config.scalingFactor()));
    }

    /// The inverse of [#scale(Tensor)].
    public Tensor unscale(Tensor x) {
        return Scope.scoped(() -> x.div(config.scalingFactor()).add(config.shiftFactor()));
    }

    /// Mean latents (1, 16, h/8, w/8) of a mid-grey picture (value 0), in the codec's own space: what stands
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
