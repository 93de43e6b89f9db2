package org.layerloom.pipeline.layerdiffuse;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.Raster;
import org.layerloom.network.transparency.LatentTransparencyDecoder;
import org.layerloom.network.transparency.LatentTransparencyEncoder;
import org.layerloom.network.transparency.TransparentPicture;
import org.layerloom.network.vae.Posterior;
import org.layerloom.pipeline.stablediffusion.PictureCodec;
import org.layerloom.pipeline.stablediffusion.StableDiffusion;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// LayerDiffuse's two networks between transparent pictures and latents, loaded when they are first needed.
final class TransparencyNets implements AutoCloseable {
    private final StableDiffusion model;
    private final LayerFiles files;
    private final List<Weights> open = new ArrayList<>();
    private LatentTransparencyDecoder decoder;
    private LatentTransparencyEncoder encoder;

    TransparencyNets(StableDiffusion model, LayerFiles files) {
        this.model = model;
        this.files = files;
    }

    /// How often [#decode] tells of its work: for the picture, and for each way through the transparency's network.
    static int parts() {
        return 1 + LatentTransparencyDecoder.passes();
    }

    /// A transparent picture, straight colours, fractions of a level cut.
    ///
    /// @param latents as the denoiser made them, (1, 4, h, w)
    /// @param work    told of each of the passes through the network; may throw to stop
    Raster decode(Tensor latents, Runnable work) throws WeightsException {
        if (decoder == null) {
            decoder = LatentTransparencyDecoder.load(weights(LayerFile.decoder(model.kind())));
        }
        return Scope.closing(() -> {
            PictureCodec codec = model.codec();
            Tensor pixel = codec.decode(latents, work);
            Tensor planes = decoder.decode(pixel, codec.unscaled(latents), work);
            return Pictures.ofRgba(
                    Math.toIntExact(pixel.size(3)),
                    Math.toIntExact(pixel.size(2)),
                    LatentTransparencyDecoder.bytes(planes));
        });
    }

    /// Latents of a transparent picture as the denoiser sees them.
    Tensor encode(Raster raster) throws WeightsException {
        if (encoder == null) {
            encoder = LatentTransparencyEncoder.load(weights(LayerFile.encoder(model.kind())));
        }
        return Scope.scoped(() -> {
            TransparentPicture picture =
                    TransparentPicture.of(model.device(), Pictures.rgba(raster), raster.width(), raster.height());
            Posterior posterior = model.codec().posterior(picture.feed());
            return model.codec()
                    .scaled(LatentTransparencyEncoder.latents(
                            posterior, encoder.offset(picture.planes()), LatentTransparencyEncoder.OFFSET_SCALE));
        });
    }

    private Weights weights(LayerFile file) throws WeightsException {
        Weights weights = Weights.open(files.get(file), model.device(), DType.F32);
        open.add(weights);
        return weights;
    }

    @Override
    public void close() {
        open.forEach(Weights::close);
        open.clear();
    }
}
