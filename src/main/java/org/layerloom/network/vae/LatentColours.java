package org.layerloom.network.vae;

import java.util.Random;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// What latents look like at a glance: one pixel for each cell, by a linear map of the cell's channels, at no cost to
/// speak of beside decoding.
///
/// The map is fitted by least squares to what the autoencoder itself makes of small pictures of patches, so it is
/// right for whatever autoencoder a model has. Fitting takes about as long as coding and decoding a picture of 256 px.
public final class LatentColours {
    private static final int COLOURS = 3;
    /// Cells across and down a picture that is fitted to.
    private static final int CELLS = 16;
    private static final int PICTURES = 4;
    private static final long SEED = 20_250_101;
    /// Keeps channels that hardly vary from being given much weight, as a part of the mean variance.
    private static final double RIDGE = 1e-3;

    private final float[] weight; // (3, c)
    private final float[] bias; // (3)

    private LatentColours(float[] weight, float... bias) {
        this.weight = weight;
        this.bias = bias;
    }

    /// Learns an autoencoder's colours.
    public static LatentColours fit(AutoencoderKl vae) {
        int channels = vae.latentChannels();
        LeastSquares squares = new LeastSquares(channels, COLOURS);
        Random random = new Random(SEED);
        for (int i = 0; i < PICTURES; i++) {
            Sample sample = Sample.of(vae, PatchPicture.draw(random, CELLS * vae.factor()));
            squares.add(sample.latents, sample.colours);
        }
        double[][] map = squares.solve(RIDGE);
        float[] weight = new float[COLOURS * channels];
        float[] bias = new float[COLOURS];
        for (int colour = 0; colour < COLOURS; colour++) {
            for (int c = 0; c < channels; c++) {
                weight[colour * channels + c] = (float) map[c][colour];
            }
            bias[colour] = (float) map[channels][colour];
        }
        return new LatentColours(weight, bias);
    }

    /// A picture's latents, and the mean colour that each cell is decoded to.
    ///
    /// @param latents (c, cells)
    /// @param colours (3, cells), in -1..1
    record Sample(float[] latents, float[] colours) {
        /// @param planes red, green and blue of a square picture, in -1..1
        static Sample of(AutoencoderKl vae, float... planes) {
            Tensor like = vae.encoder().convIn().weight();
            int side = (int) Math.sqrt(planes.length / (double) COLOURS);
            int cells = side / vae.factor();
            return Scope.closing(() -> {
                Tensor picture = like.device().tensor(planes, 1, COLOURS, side, side);
                Tensor z = vae.encode(picture.to(like.dtype())).mean();
                Tensor decoded = vae.decode(z).to(DType.F32).clip(-1, 1);
                Tensor colours = decoded.reshape(COLOURS, cells, vae.factor(), cells, vae.factor());
                return new Sample(z.to(DType.F32).toFloats(), colours.mean(2, 4).toFloats());
            });
        }
    }

    /// Latents (b, c, h, w) in the codec's own space to pictures (b, 3, h, w) in about -1..1, a pixel for each cell.
    public Tensor forward(Tensor z) {
        return Scope.scoped(() -> {
            Tensor map = z.device().tensor(weight, COLOURS, weight.length / COLOURS, 1, 1);
            return Ops.conv2d(z.to(DType.F32), map, z.device().tensor(bias, COLOURS), 1, 0);
        });
    }
}
