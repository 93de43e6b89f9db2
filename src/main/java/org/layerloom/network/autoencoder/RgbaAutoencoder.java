package org.layerloom.network.autoencoder;

import org.layerloom.network.Conv2d;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The layer codec of our own model: RGBA crops to 32 latent channels at 1/16 of the pixels, and back.
///
/// It works on colour composited on mid grey and on alpha, so that compositing stays linear in what it gives; each
/// crop is coded alone. Heights and widths of crops are multiples of [#patch()], two cells at least. The graph is
/// that of `src/train`, `layerloom_train/autoencoder.py`.
public final class RgbaAutoencoder {
    private final AutoencoderConfig config;
    private final Conv2d encoder;
    private final PlaneDecoder decoder;

    private RgbaAutoencoder(AutoencoderConfig config, Conv2d encoder, PlaneDecoder decoder) {
        this.config = config;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /// @throws WeightsException if config and weights do not fit each other
    public static RgbaAutoencoder load(Config config, Weights weights) throws WeightsException {
        AutoencoderConfig sizes = AutoencoderConfig.of(config);
        int patch = sizes.patch();
        Conv2d encoder =
                Conv2d.load(weights.at("encoder"), sizes.channels(), AutoencoderConfig.PLANES, patch, patch, 0);
        return new RgbaAutoencoder(sizes, encoder, PlaneDecoder.load(sizes, weights.at("decoder")));
    }

    /// Pixels a latent cell, in both directions (16).
    public int patch() {
        return config.patch();
    }

    /// Channels of the latents (32).
    public int channels() {
        return config.channels();
    }

    /// Straight RGBA (1, 4, h, w) in 0..1 to latents (1, 32, h/16, w/16).
    public Tensor encode(Tensor rgba) {
        return Scope.scoped(() -> {
            Tensor alpha = rgba.slice(1, 3, 4);
            Tensor onGrey = rgba.slice(1, 0, 3).sub(0.5).mul(alpha).add(0.5);
            return encoder.forward(Tensor.concat(1, onGrey, alpha).mul(2).sub(1));
        });
    }

    /// Latents (1, 32, h/16, w/16) to four planes (1, 4, h, w): red, green and blue composited on grey 0.5, and
    /// alpha, in about 0..1, not clipped. `Decontamination.straight` makes straight pixels of them.
    public Tensor decode(Tensor latents) {
        return Scope.scoped(() -> decoder.forward(latents).mul(0.5).add(0.5));
    }

    /// As [#decode(Tensor)], of each cell by itself: the linear part alone, at no cost to speak of, with seams.
    public Tensor glance(Tensor latents) {
        return Scope.scoped(() -> decoder.flat(latents).mul(0.5).add(0.5));
    }
}
