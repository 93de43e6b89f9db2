package org.layerloom.network.transparency;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// LayerDiffuse's decoder of transparency: decoded pictures and their latents to alpha and straight colour
/// (`TransparentVAEDecoder` of LayerDiffuse_DiffusersCLI @ 3061d9a).
///
/// Each picture goes through the network eight times, turned and mirrored; the median of the eight counts.
public final class LatentTransparencyDecoder {
    private static final int TURNS = 4;

    private final TransparencyUnet unet;
    private final DType compute;

    private LatentTransparencyDecoder(TransparencyUnet unet, DType compute) {
        this.unet = unet;
        this.compute = compute;
    }

    /// @throws WeightsException if tensors are missing or do not fit each other
    public static LatentTransparencyDecoder load(Weights weights) throws WeightsException {
        return new LatentTransparencyDecoder(TransparencyUnet.load(weights), weights.compute());
    }

    /// How often [#decode(Tensor, Tensor, Runnable)] goes through the network for a picture.
    public static int passes() {
        return 2 * TURNS;
    }

    /// Heights and widths must be multiples of this (64).
    public int multiple() {
        return unet.multiple();
    }

    TransparencyUnet unet() {
        return unet;
    }

    /// Alpha, red, green, blue in 0..1, float32 (b, 4, h, w).
    ///
    /// @param pixel  decoded pictures (b, 3, h, w) in 0..1
    /// @param latent their latents (b, 4, h/8, w/8) in the codec's own space (not scaled)
    /// @param check  called before each pass; may throw to stop
    public Tensor decode(Tensor pixel, Tensor latent, Runnable check) {
        return Scope.scoped(() -> {
            List<Tensor> pictures = new ArrayList<>();
            for (int i = 0; i < pixel.size(0); i++) {
                pictures.add(median(pixel.slice(0, i, i + 1L), latent.slice(0, i, i + 1L), check));
            }
            return Tensor.concat(0, pictures);
        });
    }

    private Tensor median(Tensor pixel, Tensor latent, Runnable check) {
        return Scope.scoped(() -> {
            Tensor[] views = new Tensor[passes()];
            for (int i = 0; i < views.length; i++) {
                check.run();
                views[i] = view(pixel, latent, i);
            }
            return Tensor.stack(0, views).median(0);
        });
    }

    /// What the network makes of a picture that is mirrored (from the fifth view on) and then turned, brought back;
    /// clipped, (1, 4, h, w).
    Tensor view(Tensor pixel, Tensor latent, int index) {
        boolean mirrored = index >= TURNS;
        int turns = index % TURNS;
        return Scope.scoped(() -> {
            Tensor y = once(turned(pixel, mirrored, turns), turned(latent, mirrored, turns));
            Tensor back = Ops.rotate90(y, -turns);
            return (mirrored ? back.flip(3) : back).copy();
        });
    }

    /// One pass, clipped to 0..1, float32 (b, 4, h, w): faster and less clean than the median.
    public Tensor once(Tensor pixel, Tensor latent) {
        return Scope.scoped(() -> unet.forward(pixel.to(compute), latent.to(compute))
                .to(DType.F32)
                .clip(0, 1));
    }

    private static Tensor turned(Tensor x, boolean mirrored, int turns) {
        return Scope.scoped(() -> Ops.rotate90(mirrored ? x.flip(3) : x, turns).copy());
    }

    /// Alpha, red, green, blue (1, 4, h, w) as bytes, row by row, red, green, blue, alpha: fractions are cut, as the
    /// reference does. Colours are straight.
    public static byte[] bytes(Tensor planes) {
        return Scope.closing(() -> {
            Tensor alpha = planes.slice(1, 0, 1);
            Tensor colour = planes.slice(1, 1, 4);
            return Tensor.concat(1, colour, alpha)
                    .mul(255)
                    .clip(0, 255)
                    .transpose(0, 2, 3, 1) // (1, h, w, 4)
                    .toBytes();
        });
    }
}
