package org.layerloom.network.transparency;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.network.Conv2d;
import org.layerloom.network.vae.Posterior;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// LayerDiffuse's encoder of transparency: how far a transparent picture's latents lie from those of its colours
/// alone (`LatentTransparencyOffsetEncoder`; Zhang and Agrawala 2024).
public final class LatentTransparencyEncoder {
    /// What the published code multiplies offsets by.
    public static final double OFFSET_SCALE = 300;

    private static final int CONVS = 9;
    private static final int PLANES = 4;

    private final List<Conv2d> blocks;

    private LatentTransparencyEncoder(List<Conv2d> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /// @throws WeightsException if tensors are missing or do not fit each other
    public static LatentTransparencyEncoder load(Weights weights) throws WeightsException {
        List<Conv2d> blocks = new ArrayList<>();
        long in = PLANES;
        for (int i = 0; i < CONVS; i++) {
            Weights conv = weights.at("blocks." + 2 * i); // between them stand activations
            boolean halves = i > 0 && i % 2 == 0 && i < CONVS - 1;
            long out = conv.size("weight", 0);
            blocks.add(Conv2d.load(conv, out, in, 3, halves ? 2 : 1, 1));
            in = out;
        }
        return new LatentTransparencyEncoder(blocks);
    }

    /// The offset (b, 4, h/8, w/8), in standard deviations of the latents, not yet times [#OFFSET_SCALE].
    ///
    /// @param planes alpha and padded colour in 0..1, (b, 4, h, w)
    public Tensor offset(Tensor planes) {
        return Scope.scoped(() -> {
            Tensor x = planes.to(blocks.getFirst().weight().dtype());
            for (Conv2d conv : blocks) {
                Tensor y = conv.forward(x);
                x = conv == blocks.getLast() ? y : Ops.silu(y);
            }
            return x;
        });
    }

    /// Latents of a transparent picture in the codec's own space: mean + std * offset * scale.
    ///
    /// @param posterior what the codec says of [TransparentPicture#feed()]
    /// @param scale     [#OFFSET_SCALE], or 1 as the Forge extension has it
    public static Tensor latents(Posterior posterior, Tensor offset, double scale) {
        return Scope.scoped(() -> posterior.mean().add(posterior.std().mul(offset.mul(scale))));
    }
}
