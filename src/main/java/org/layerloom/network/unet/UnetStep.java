package org.layerloom.network.unet;

import org.layerloom.network.Conv2d;
import org.layerloom.network.GroupNorm;
import org.layerloom.network.LayerNorm;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;

/// One step of the way through a UNet, with the name of its module in diffusers. A [UnetWalk] goes through a list of
/// them, so that it can stop at every attention.
sealed interface UnetStep {
    String name();

    /// A residual block.
    record Resnet(String name, ResnetBlock block) implements UnetStep {}

    /// Halves width and height.
    record Downsample(String name, Conv2d conv) implements UnetStep {}

    /// Doubles width and height: every cell twice, then a convolution.
    record Upsample(String name, Conv2d conv) implements UnetStep {
        Tensor forward(Tensor x) {
            return conv.forward(Ops.upsampleNearest2x(x));
        }
    }

    /// From picture (b, c, h, w) to tokens (b, h w, c); the picture is remembered.
    record EnterTransformer(String name, GroupNorm norm, Linear projIn) implements UnetStep {
        Tensor forward(Tensor x) {
            Tensor tokens = norm.forward(x).reshape(x.size(0), x.size(1), -1).transpose(0, 2, 1);
            return project(projIn, tokens);
        }
    }

    /// Tokens attend to each other, or to the prompt; added to them.
    record Attend(String name, LayerNorm norm, Attention attention, boolean self) implements UnetStep {}

    /// The MLP of a transformer block, added to the tokens.
    record Feed(String name, LayerNorm norm, FeedForward mlp) implements UnetStep {
        Tensor forward(Tensor tokens) {
            return tokens.add(mlp.forward(norm.forward(tokens)));
        }
    }

    /// From tokens back to the picture, added to the remembered one.
    record LeaveTransformer(String name, Linear projOut) implements UnetStep {
        Tensor forward(Tensor tokens, Tensor picture) {
            Tensor y = project(projOut, tokens).transpose(0, 2, 1);
            return picture.add(y.reshape(picture.shape()));
        }
    }

    /// Remembers the picture for the way up.
    record PushSkip(String name) implements UnetStep {}

    /// Puts the picture last remembered behind the channels, with the control's part of it.
    record PopSkip(String name) implements UnetStep {}

    /// Adds the control's part in the middle.
    record AddControl(String name) implements UnetStep {}

    /// From the last picture to the prediction.
    record Finish(String name, GroupNorm norm, Conv2d conv) implements UnetStep {
        Tensor forward(Tensor x) {
            return conv.forward(Ops.silu(norm.forward(x)));
        }
    }

    /// Maps tokens; the weight of a 1 x 1 convolution is that of a linear map with two more dimensions.
    private static Tensor project(Linear map, Tensor tokens) {
        Tensor weight = map.weight();
        return Ops.linear(tokens, weight.reshape(weight.size(0), weight.size(1)), map.bias());
    }
}
