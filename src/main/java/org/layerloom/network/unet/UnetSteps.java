package org.layerloom.network.unet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.layerloom.network.Conv2d;
import org.layerloom.network.GroupNorm;
import org.layerloom.network.LayerNorm;
import org.layerloom.network.Linear;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Loads the blocks of a UNet, in the order in which they run, as one list of steps.
final class UnetSteps {
    private static final double TRANSFORMER_EPS = 1e-6;
    private static final double LAYER_EPS = 1e-5;

    private final UnetConfig config;
    private final List<UnetStep> steps = new ArrayList<>();
    private final Deque<Integer> skips = new ArrayDeque<>(); // their channels

    UnetSteps(UnetConfig config) {
        this.config = config;
    }

    List<UnetStep> list() {
        return List.copyOf(steps);
    }

    /// Channels of each skip, in the order in which they are stored.
    List<Integer> skipChannels() {
        return List.copyOf(skips).reversed();
    }

    /// The way down, from the output of the first convolution on.
    UnetSteps down(Weights w) throws WeightsException {
        int in = config.channels()[0];
        push("conv_in", in);
        for (int i = 0; i < config.blocks(); i++) {
            String block = "down_blocks." + i;
            int out = config.channels()[i];
            for (int j = 0; j < config.blockLayers(); j++) {
                resnet(w, block + ".resnets." + j, in, out);
                in = out;
                if (config.down()[i]) {
                    transformer(w, block + ".attentions." + j, i);
                }
                push(block, out);
            }
            if (i < config.blocks() - 1) {
                String name = block + ".downsamplers.0";
                steps.add(new UnetStep.Downsample(name, Conv2d.load(w.at(name + ".conv"), out, out, 3, 2, 1)));
                push(name, out);
            }
        }
        return this;
    }

    UnetSteps middle(Weights w) throws WeightsException {
        int channels = config.deepest();
        resnet(w, "mid_block.resnets.0", channels, channels);
        transformer(w, "mid_block.attentions.0", config.blocks() - 1);
        resnet(w, "mid_block.resnets.1", channels, channels);
        steps.add(new UnetStep.AddControl("mid_block.control"));
        return this;
    }

    /// The way up: the mirror image of the way down with one more residual block in each block.
    UnetSteps up(Weights w) throws WeightsException {
        int in = config.deepest();
        for (int i = 0; i < config.blocks(); i++) {
            int level = config.blocks() - 1 - i;
            String block = "up_blocks." + i;
            int out = config.channels()[level];
            for (int j = 0; j <= config.blockLayers(); j++) {
                steps.add(new UnetStep.PopSkip(block + ".skips." + j));
                resnet(w, block + ".resnets." + j, in + skips.pop(), out);
                in = out;
                if (config.down()[level]) {
                    transformer(w, block + ".attentions." + j, level);
                }
            }
            if (level > 0) {
                String name = block + ".upsamplers.0";
                steps.add(new UnetStep.Upsample(name, Conv2d.same(w.at(name + ".conv"), out, out)));
            }
        }
        return this;
    }

    UnetSteps finish(Weights w) throws WeightsException {
        int channels = config.channels()[0];
        steps.add(new UnetStep.Finish(
                "conv_out",
                GroupNorm.load(w.at("conv_norm_out"), config.groups(), channels, config.eps()),
                Conv2d.same(w.at("conv_out"), config.outChannels(), channels)));
        return this;
    }

    private void push(String name, int channels) {
        steps.add(new UnetStep.PushSkip(name));
        skips.push(channels);
    }

    private void resnet(Weights w, String name, int in, int out) throws WeightsException {
        steps.add(new UnetStep.Resnet(name, ResnetBlock.load(w.at(name), config, in, out)));
    }

    private void transformer(Weights w, String name, int level) throws WeightsException {
        Weights here = w.at(name);
        int dim = config.channels()[level];
        GroupNorm norm = GroupNorm.load(here.at("norm"), config.groups(), dim, TRANSFORMER_EPS);
        steps.add(new UnetStep.EnterTransformer(name, norm, projection(here.at("proj_in"), dim)));
        for (int i = 0; i < config.transformerBlocks()[level]; i++) {
            block(w, name + ".transformer_blocks." + i, dim, config.heads()[level]);
        }
        steps.add(new UnetStep.LeaveTransformer(name, projection(here.at("proj_out"), dim)));
    }

    private void block(Weights w, String name, int dim, int heads) throws WeightsException {
        Weights here = w.at(name);
        steps.add(new UnetStep.Attend(
                name + ".attn1",
                LayerNorm.load(here.at("norm1"), dim, LAYER_EPS),
                Attention.load(here.at("attn1"), dim, dim, heads),
                true));
        steps.add(new UnetStep.Attend(
                name + ".attn2",
                LayerNorm.load(here.at("norm2"), dim, LAYER_EPS),
                Attention.load(here.at("attn2"), dim, config.crossDim(), heads),
                false));
        steps.add(new UnetStep.Feed(
                name + ".ff", LayerNorm.load(here.at("norm3"), dim, LAYER_EPS), FeedForward.load(here.at("ff"), dim)));
    }

    private Linear projection(Weights w, int dim) throws WeightsException {
        return config.linearProjection()
                ? Linear.load(w, dim, dim)
                : new Linear(w.get("weight", dim, dim, 1, 1), w.get("bias", dim));
    }
}
