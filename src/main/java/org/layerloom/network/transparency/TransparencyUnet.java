package org.layerloom.network.transparency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.layerloom.network.Conv2d;
import org.layerloom.network.GroupNorm;
import org.layerloom.network.vae.AttentionBlock;
import org.layerloom.network.vae.ResnetBlock;
import org.layerloom.network.vae.Upsample;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The UNet of LayerDiffuse's latent transparency decoder (`UNet1024`; Zhang and Agrawala 2024): a decoded picture
/// and its latents to alpha and colour. It knows no time; all sizes are read off the weights.
public final class TransparencyUnet {
    private static final int GROUPS = 4;
    private static final int HEAD_DIM = 8;
    private static final double EPS = 1e-5;
    private static final int PICTURE_CHANNELS = 3;
    /// Alpha, red, green, blue.
    private static final int PLANES = 4;
    /// The block whose input the latents are added to: there pictures have 1/8 of their size.
    private static final int LATENT_BLOCK = 3;

    private final Conv2d convIn;
    private final Conv2d latentConvIn;
    private final List<Down> down;
    private final ResnetBlock midIn;
    private final AttentionBlock midAttention;
    private final ResnetBlock midOut;
    private final List<Up> up;
    private final GroupNorm convNormOut;
    private final Conv2d convOut;

    /// One residual block, with an attention behind it in the small sizes.
    ///
    /// @param attention null in the large sizes
    private record Step(ResnetBlock resnet, AttentionBlock attention) {
        static Step load(Weights block, int index, int in, int out) throws WeightsException {
            String attention = "attentions." + index;
            return new Step(
                    ResnetBlock.load(block.at("resnets." + index), GROUPS, in, out, EPS),
                    block.has(attention + ".to_q.weight") ? attention(block.at(attention), out) : null);
        }

        static AttentionBlock attention(Weights w, int channels) throws WeightsException {
            return AttentionBlock.load(w, GROUPS, channels, channels / HEAD_DIM, EPS);
        }

        Tensor forward(Tensor x) {
            return Scope.scoped(() -> {
                Tensor y = resnet.forward(x);
                return attention == null ? y : attention.forward(y);
            });
        }
    }

    /// @param downsample null in the last block
    private record Down(List<Step> steps, Conv2d downsample) {}

    /// @param upsample null in the last block
    private record Up(List<Step> steps, Upsample upsample) {}

    /// @throws WeightsException if tensors are missing or do not fit each other
    public static TransparencyUnet load(Weights w) throws WeightsException {
        return new TransparencyUnet(w);
    }

    private TransparencyUnet(Weights w) throws WeightsException {
        int blocks = w.count("down_blocks.%d");
        if (blocks <= LATENT_BLOCK) {
            throw new WeightsException(
                    w.source() + " holds no latent transparency decoder: it has " + blocks + " down_blocks");
        }
        int[] widths = new int[blocks];
        for (int i = 0; i < blocks; i++) {
            widths[i] = (int) w.size("down_blocks." + i + ".resnets.0.conv1.weight", 0);
        }
        int deepest = widths[blocks - 1];
        convIn = Conv2d.same(w.at("conv_in"), widths[0], PICTURE_CHANNELS);
        Weights latent = w.at("latent_conv_in");
        latentConvIn = Conv2d.pointwise(latent, widths[LATENT_BLOCK - 1], latent.size("weight", 1));
        Deque<Integer> skips = new ArrayDeque<>(List.of(widths[0]));
        down = down(w, skips, widths);
        midIn = ResnetBlock.load(w.at("mid_block.resnets.0"), GROUPS, deepest, deepest, EPS);
        midAttention = Step.attention(w.at("mid_block.attentions.0"), deepest);
        midOut = ResnetBlock.load(w.at("mid_block.resnets.1"), GROUPS, deepest, deepest, EPS);
        up = up(w, skips, widths);
        convNormOut = GroupNorm.load(w.at("conv_norm_out"), GROUPS, widths[0], EPS);
        convOut = Conv2d.same(w.at("conv_out"), PLANES, widths[0]);
    }

    private static List<Down> down(Weights w, Deque<Integer> skips, int... widths) throws WeightsException {
        List<Down> made = new ArrayList<>();
        int in = widths[0];
        for (int i = 0; i < widths.length; i++) {
            Weights block = w.at("down_blocks." + i);
            List<Step> steps = new ArrayList<>();
            for (int j = 0; j < block.count("resnets.%d"); j++) {
                steps.add(Step.load(block, j, in, widths[i]));
                in = widths[i];
                skips.push(in);
            }
            boolean last = i == widths.length - 1;
            if (!last) {
                skips.push(in);
            }
            made.add(new Down(steps, last ? null : Conv2d.load(block.at("downsamplers.0.conv"), in, in, 3, 2, 1)));
        }
        return made;
    }

    private static List<Up> up(Weights w, Deque<Integer> skips, int... widths) throws WeightsException {
        List<Up> made = new ArrayList<>();
        int in = widths[widths.length - 1];
        for (int i = 0; i < widths.length; i++) {
            Weights block = w.at("up_blocks." + i);
            int out = widths[widths.length - 1 - i];
            List<Step> steps = new ArrayList<>();
            for (int j = 0; j < block.count("resnets.%d"); j++) {
                steps.add(Step.load(block, j, in + skips.pop(), out));
                in = out;
            }
            made.add(new Up(steps, i == widths.length - 1 ? null : Upsample.load(block.at("upsamplers.0"), out)));
        }
        return made;
    }

    /// Heights and widths must be multiples of this (64).
    public int multiple() {
        return 1 << (down.size() - 1);
    }

    int blocks() {
        return down.size();
    }

    /// Alpha, red, green, blue (b, 4, h, w), not clipped.
    ///
    /// @param pixel  decoded pictures (b, 3, h, w) in 0..1
    /// @param latent their latents (b, 4, h/8, w/8) in the codec's own space (not scaled)
    public Tensor forward(Tensor pixel, Tensor latent) {
        if (pixel.size(2) % multiple() != 0 || pixel.size(3) % multiple() != 0) {
            throw new IllegalArgumentException("a picture of " + pixel.size(3) + " x " + pixel.size(2)
                    + " px is not of multiples of " + multiple());
        }
        return Scope.scoped(() -> {
            Deque<Tensor> skips = new ArrayDeque<>();
            Tensor x = enter(pixel, skips);
            for (int i = 0; i < down.size(); i++) {
                x = down(i, x, latent, skips);
            }
            x = middle(x);
            for (int i = 0; i < up.size(); i++) {
                x = up(i, x, skips);
            }
            return convOut.forward(Ops.silu(convNormOut.forward(x)));
        });
    }

    Tensor enter(Tensor pixel, Deque<Tensor> skips) {
        Tensor x = convIn.forward(pixel);
        skips.push(x);
        return x;
    }

    /// A block on the way down; what it gives at each step is kept for the way up.
    Tensor down(int index, Tensor x, Tensor latent, Deque<Tensor> skips) {
        Down block = down.get(index);
        Tensor y = index == LATENT_BLOCK ? x.add(latentConvIn.forward(latent)) : x;
        for (Step step : block.steps) {
            y = step.forward(y);
            skips.push(y);
        }
        if (block.downsample != null) {
            y = block.downsample.forward(y);
            skips.push(y);
        }
        return y;
    }

    Tensor middle(Tensor x) {
        return Scope.scoped(() -> midOut.forward(midAttention.forward(midIn.forward(x))));
    }

    /// A block on the way up: each step also takes what was kept last on the way down, and frees it.
    Tensor up(int index, Tensor x, Deque<Tensor> skips) {
        Up block = up.get(index);
        Tensor y = x;
        for (Step step : block.steps) {
            Tensor stream = y;
            Tensor skip = skips.pop();
            y = Scope.scoped(() -> step.forward(Tensor.concat(1, stream, skip)));
            stream.close();
            skip.close();
        }
        if (block.upsample == null) {
            return y;
        }
        Tensor small = y;
        try (small) {
            return Scope.scoped(() -> block.upsample.forward(small));
        }
    }

    /// For tests of single blocks.
    ResnetBlock resnet(int block, int index) {
        return down.get(block).steps.get(index).resnet;
    }

    AttentionBlock attention(int block, int index) {
        return down.get(block).steps.get(index).attention;
    }

    GroupNorm normOut() {
        return convNormOut;
    }
}
