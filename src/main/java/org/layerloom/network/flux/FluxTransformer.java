package org.layerloom.network.flux;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.layerloom.network.Linear;
import org.layerloom.network.Rope;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The anonymous region transformer: FLUX over the cropped tokens of all layers, with a learned embedding for each
/// layer.
///
/// Checked against microsoft/art-msra @ 4baf3a9, `custom_model_mmdit.py`. Where the config says so, our own model's
/// additions are there: features of the place in the box, prompts of boxes, marked known layers, links from phrases
/// to boxes. The parts of an input that no step changes ([#places], [#condition]) are made once, and image tokens
/// are embedded once for all passes of a step ([#embed]).
public final class FluxTransformer {
    private static final double EPS = 1e-6;
    private static final float TIMESTEPS = 1000;

    private final FluxConfig config;
    private final Device device;
    private final Linear xEmbedder;
    private final Linear contextEmbedder;
    private final TimeEmbedding timeTextEmbed;
    private final Tensor layerPe; // (max layers, dim)
    private final Linear boxEmbedder;
    private final Linear regionEmbedder;
    private final Tensor knownEmbedding;
    private final List<DoubleBlock> doubleBlocks = new ArrayList<>();
    private final List<SingleBlock> singleBlocks = new ArrayList<>();
    private final Modulation normOut;
    private final Linear projOut;

    private FluxTransformer(FluxConfig c, Weights w) throws WeightsException {
        int dim = c.dim();
        config = c;
        device = w.device();
        xEmbedder = Linear.load(w.at("x_embedder"), dim, c.inChannels());
        contextEmbedder = Linear.load(w.at("context_embedder"), dim, c.textDim());
        timeTextEmbed = TimeEmbedding.load(c, w.at("time_text_embed"));
        layerPe = w.get("layer_pe", 1, c.maxLayers(), 1, 1, dim)
                .reshape(c.maxLayers(), dim)
                .keep();
        boxEmbedder = c.boxFeatures() > 0 ? Linear.load(w.at("box_embedder"), dim, c.boxFeatures()) : null;
        regionEmbedder = c.regionDim() > 0 ? Linear.load(w.at("region_embedder"), dim, c.regionDim()) : null;
        knownEmbedding = c.knownEmbedding() ? w.get("known_embedding", dim) : null;
        for (int i = 0; i < c.doubleBlocks(); i++) {
            doubleBlocks.add(DoubleBlock.load(c, w.at("transformer_blocks." + i)));
        }
        for (int i = 0; i < c.singleBlocks(); i++) {
            singleBlocks.add(SingleBlock.load(c, w.at("single_transformer_blocks." + i)));
        }
        normOut = Modulation.load(w.at("norm_out"), dim, 2);
        projOut = Linear.load(w.at("proj_out"), c.inChannels(), dim);
    }

    /// The tensors live as long as the weights, and no longer than their device.
    public static FluxTransformer load(FluxConfig config, Weights weights) throws WeightsException {
        return new FluxTransformer(config, weights);
    }

    public FluxConfig config() {
        return config;
    }

    /// What a token's place adds to it: its layer, its place in the box, and whether its layer is given. (1, n,
    /// dim)
    ///
    /// @param known for each layer, whether its tokens are given clean; true only where the model knows such layers
    /// @throws IllegalArgumentException if there are more layers than the model has embeddings for
    public Tensor places(TokenLayout layout, boolean[] known) {
        if (layout.layers() > config.maxLayers()) {
            throw new IllegalArgumentException(
                    layout.layers() + " layers (picture and background included) are more than the "
                            + config.maxLayers() + " that this model can make");
        }
        return Scope.scoped(() -> {
            Tensor layers = layout.layerIds(device);
            Tensor sum = layerPe.take(0, layers); // (n, dim)
            if (boxEmbedder != null) {
                sum = sum.add(boxEmbedder.forward(layout.features(device).to(layerPe.dtype())));
            }
            if (knownEmbedding != null) {
                float[] flags = new float[known.length];
                for (int i = 0; i < known.length; i++) {
                    flags[i] = known[i] ? 1 : 0;
                }
                Tensor marks = device.tensor(flags, known.length, 1)
                        .to(layerPe.dtype())
                        .take(0, layers);
                sum = sum.add(marks.mul(knownEmbedding));
            }
            return sum.reshape(1, layout.tokens(), config.dim());
        });
    }

    /// Makes a prompt ready for all steps on a layout.
    public Conditioning condition(TokenLayout layout, Prompt prompt) {
        return Scope.scoped(Conditioning::parts, () -> {
            Tensor regions = null;
            if (regionEmbedder != null) {
                Tensor vectors = regionEmbedder.forward(prompt.regions()); // (layers, dim)
                regions = vectors.take(0, layout.layerIds(device)).reshape(1, layout.tokens(), config.dim());
            }
            return new Conditioning(
                    contextEmbedder.forward(prompt.tokens()),
                    timeTextEmbed.text().forward(prompt.pooled()),
                    regions,
                    rope(layout, (int) prompt.tokens().size(1), prompt.links()));
        });
    }

    private Rope rope(TokenLayout layout, int textTokens, int[] links) {
        double[][] image = layout.positions();
        double[][] all = new double[textTokens + image.length][];
        for (int i = 0; i < textTokens; i++) {
            all[i] = new double[] {links == null ? 0 : links[i], 0, 0};
        }
        System.arraycopy(image, 0, all, textTokens, image.length);
        return Rope.of(device, all, config.axes(), config.ropeTheta());
    }

    /// The time that the network sees at a noise level: sigma, rounded to the compute type as timestep and again as
    /// time.
    public float time(float sigma) {
        float timestep = sigma * TIMESTEPS;
        return Scope.closing(() -> device.tensor(new float[] {timestep}, 1)
                .to(layerPe.dtype())
                .div(TIMESTEPS)
                .toFloats()[0]);
    }

    /// Image tokens (1, n, in channels) with their places: (1, n, dim), the same for all prompts.
    public Tensor embed(Tensor tokens, Tensor places) {
        return Scope.scoped(() -> xEmbedder.forward(tokens).add(places));
    }

    /// The model's output for each image token, (1, n, in channels): velocity or clean sample, as the config says.
    ///
    /// @param embedded from [#embed]
    /// @param time     from [#time], 1 = noise
    /// @param guidance value that a distilled model takes as input
    public Tensor forward(Tensor embedded, Conditioning c, float time, float guidance) {
        return forward(embedded, c, time, guidance, (name, value) -> {});
    }

    /// As [#forward(Tensor, Conditioning, float, float)], showing what each block made to `tap` while it lives.
    Tensor forward(Tensor embedded, Conditioning c, float time, float guidance, BiConsumer<String, Tensor> tap) {
        return Scope.scoped(() -> {
            Tensor temb = timeTextEmbed.forward(c.pooled(), time, guidance); // (1, dim)
            tap.accept("temb", temb);
            Tensor activated = Ops.silu(temb);
            Tensor image = c.regions() == null ? embedded : embedded.add(c.regions());
            DoubleBlock.Tokens x = new DoubleBlock.Tokens(image, c.text());
            for (int i = 0; i < doubleBlocks.size(); i++) {
                String name = "double" + i + "_";
                x = doubleBlocks
                        .get(i)
                        .forward(x, activated, c.rope(), (part, value) -> tap.accept(name + part, value));
                tap.accept(name + "img", x.image());
                tap.accept(name + "txt", x.text());
            }
            Tensor joint = joint(Tensor.concat(1, x.text(), x.image()), activated, c.rope(), tap);
            Tensor tokens = joint.slice(1, c.text().size(1), joint.size(1));
            Tensor[] mod = normOut.forward(activated); // scale first here, unlike the blocks
            return projOut.forward(Ops.modulate(tokens, mod[1], mod[0], EPS));
        });
    }

    private Tensor joint(Tensor start, Tensor activated, Rope rope, BiConsumer<String, Tensor> tap) {
        Tensor x = start;
        for (int i = 0; i < singleBlocks.size(); i++) {
            Tensor before = x;
            x = singleBlocks.get(i).forward(before, activated, rope);
            before.close();
            tap.accept("single" + i, x);
        }
        return x;
    }
}
