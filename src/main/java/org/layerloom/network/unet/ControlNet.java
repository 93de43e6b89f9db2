package org.layerloom.network.unet;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.network.Conv2d;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Steers a [Unet] by a picture (edges, scribbles), as `ControlNetModel` of diffusers 0.42: the UNet's way down and
/// middle with weights of their own, that see the picture too.
public final class ControlNet {
    private static final int COLOURS = 3;

    private final Trunk trunk;
    private final List<Conv2d> embedding; // of the picture, SiLU between them, to 1/8 of its size
    private final List<UnetStep> steps; // the way down and the middle
    private final List<Conv2d> downBlocks; // one for each skip
    private final Conv2d midBlock;

    private ControlNet(Weights w, Config config) throws WeightsException {
        UnetConfig sizes = UnetConfig.of(config);
        UnetSteps blocks = new UnetSteps(sizes).down(w).middle(w);
        trunk = Trunk.load(w, sizes);
        embedding = embedding(w.at("controlnet_cond_embedding"), config, sizes);
        steps = blocks.list();
        downBlocks = new ArrayList<>();
        for (int channels : blocks.skipChannels()) {
            Weights block = w.at("controlnet_down_blocks." + downBlocks.size());
            downBlocks.add(Conv2d.pointwise(block, channels, channels));
        }
        midBlock = Conv2d.pointwise(w.at("controlnet_mid_block"), sizes.deepest(), sizes.deepest());
    }

    /// Reads weights with diffusers' names.
    ///
    /// @throws WeightsException if config and weights do not fit each other
    public static ControlNet load(Weights w, Config config) throws WeightsException {
        return new ControlNet(w, config);
    }

    private static List<Conv2d> embedding(Weights w, Config config, UnetConfig sizes) throws WeightsException {
        int[] widths = config.integers("conditioning_embedding_out_channels");
        List<Conv2d> convs = new ArrayList<>();
        convs.add(Conv2d.same(w.at("conv_in"), widths[0], COLOURS));
        for (int i = 0; i < widths.length - 1; i++) {
            convs.add(Conv2d.same(w.at("blocks." + 2 * i), widths[i], widths[i]));
            convs.add(Conv2d.load(w.at("blocks." + (2 * i + 1)), widths[i + 1], widths[i], 3, 2, 1));
        }
        convs.add(Conv2d.same(w.at("conv_out"), sizes.channels()[0], widths[widths.length - 1]));
        return List.copyOf(convs);
    }

    /// What the picture adds to the UNet's pass with the same latents, time and prompt.
    ///
    /// @param sample   scaled latents, (b, latent channels, h, w)
    /// @param image    from [#embed]
    /// @param timestep as the UNet's
    /// @param context  prompt, and sizes where the network takes them; nothing else of it is used
    /// @param scale    strength, 1 as trained
    public ControlResiduals forward(Tensor sample, Tensor image, double timestep, UnetContext context, double scale) {
        return Scope.scoped(ControlResiduals::parts, () -> {
            UnetContext own = UnetContext.of(context.states(), context.pooled(), context.timeIds());
            Tensor x = trunk.enter(sample).add(image);
            Tensor time = Trunk.activate(trunk.embed(timestep, own));
            UnetWalk walk = new UnetWalk(steps, x, time, own, (name, value) -> {});
            Tensor end = walk.finish(AttentionProcessor.PLAIN);
            List<Tensor> down = new ArrayList<>();
            for (Tensor skip : walk.skips()) {
                down.add(downBlocks.get(down.size()).forward(skip).mul(scale));
            }
            return new ControlResiduals(List.copyOf(down), midBlock.forward(end).mul(scale));
        });
    }

    /// The picture as the network sees it, the same at every step: (1 or b, channels, h, w).
    ///
    /// @param image (1 or b, 3, 8 h, 8 w) in 0..1
    public Tensor embed(Tensor image) {
        return Scope.scoped(() -> {
            Tensor x = image;
            for (Conv2d conv : embedding) {
                x = x == image ? conv.forward(x) : conv.forward(Ops.silu(x));
            }
            return x;
        });
    }
}
