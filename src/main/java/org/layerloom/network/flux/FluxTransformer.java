package org.layerloom.network.flux;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
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
/// are embedded once for all passes of a step ([#embed]); what steers the blocks is made once a run ([#steer]).
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
    private final FluxParts parts;
    private final Modulation normOut;
    private final Linear projOut;

    private FluxTransformer(FluxConfig c, Weights w, Room room) throws WeightsException {
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
        normOut = Modulation.load(w.at("norm_out"), dim, 2);
        projOut = Linear.load(w.at("proj_out"), c.inChannels(), dim);
        parts = FluxParts.load(c, w, room);
    }

    /// The tensors live as long as the weights, and no longer than their device.
    public static FluxTransformer load(FluxConfig config, Weights weights) throws WeightsException {
        return load(config, weights, Long.MAX_VALUE);
    }

    /// As [#load(FluxConfig, Weights)], holding no more than so many bytes of weights where they are computed with:
    /// blocks for which there is no room are loaded at each use, each while the one before it is used.
    public static FluxTransformer load(FluxConfig config, Weights weights, long bytes) throws WeightsException {
        Room room = new Room(bytes);
        room.reserve(WeightBytes.of(config, weights).outside());
        return new FluxTransformer(config, weights, room);
    }

    /// Whether a tensor is one of the large matrices that may be kept in eight bits: those of the blocks.
    public static boolean isBlockMatrix(String name) {
        return name.endsWith(".weight")
                && (name.startsWith(FluxParts.DOUBLE) || name.startsWith(FluxParts.SINGLE))
                && !name.contains(".attn.norm_");
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
                Tensor vectors = regionEmbedder.forward(prompt.regions().to(layerPe.dtype())); // (layers, dim)
                regions = vectors.take(0, layout.layerIds(device)).reshape(1, layout.tokens(), config.dim());
            }
            return new Conditioning(
                    contextEmbedder.forward(prompt.tokens().to(layerPe.dtype())),
                    timeTextEmbed.text().forward(prompt.pooled().to(layerPe.dtype())),
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

    /// The time that the network sees at a noise level: sigma, rounded as the model's arithmetic does as timestep and
    /// again as time.
    public float time(float sigma) {
        float timestep = sigma * TIMESTEPS;
        return Scope.closing(() -> device.tensor(new float[] {timestep}, 1)
                .to(timeTextEmbed.rounding())
                .div(TIMESTEPS)
                .toFloats()[0]);
    }

    /// Image tokens (1, n, in channels) with their places: (1, n, dim), the same for all prompts.
    public Tensor embed(Tensor tokens, Tensor places) {
        return Scope.scoped(() -> xEmbedder.forward(tokens).add(places));
    }

    /// What steers the blocks in each step and pass of a run.
    ///
    /// @param times    of the steps, from [#time]; 1 = noise
    /// @param guidance value that a distilled model takes as input
    /// @param prompts  one for each pass of a step
    public Steering steer(float[] times, float guidance, List<Conditioning> prompts) {
        return settled(() -> Scope.scoped(Steering::tensors, () -> {
            Tensor pooled =
                    Tensor.concat(0, prompts.stream().map(Conditioning::pooled).toArray(Tensor[]::new));
            Tensor temb = timeTextEmbed.forward(pooled, times, guidance);
            Tensor activated = Ops.silu(temb);
            return new Steering(
                    temb,
                    prompts.size(),
                    vectors(parts.imageNorms(), config.doubleBlocks(), activated),
                    vectors(parts.textNorms(), config.doubleBlocks(), activated),
                    vectors(parts.jointNorms(), config.singleBlocks(), activated),
                    normOut.forward(activated));
        }));
    }

    private <R> R settled(Supplier<R> pass) {
        try {
            return pass.get();
        } finally {
            parts.settle();
        }
    }

    private static List<Tensor> vectors(Blocks<Modulation> norms, int count, Tensor activated) {
        List<Tensor> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            norms.use(i, norm -> made.add(norm.forward(activated)));
        }
        return made;
    }

    /// The model's output for each image token under each prompt, (1, n, in channels): velocity or clean sample, as
    /// the config says. The passes go through the blocks side by side, so that a block is loaded or widened once.
    ///
    /// @param embedded from [#embed]
    /// @param prompts  those that `steering` was made for
    /// @param check    called before each block of each pass; may throw to stop
    public List<Tensor> forward(
            Tensor embedded, List<Conditioning> prompts, Steering steering, int step, Runnable check) {
        return forward(embedded, prompts, steering, step, check, (name, value) -> {});
    }

    /// As [#forward(Tensor, List, Steering, int, Runnable)], showing what each block made to `tap` while it lives.
    List<Tensor> forward(
            Tensor embedded,
            List<Conditioning> prompts,
            Steering steering,
            int step,
            Runnable check,
            BiConsumer<String, Tensor> tap) {
        return settled(() -> Scope.scopedAll(() -> {
            List<FluxPass> passes = new ArrayList<>();
            for (int i = 0; i < prompts.size(); i++) {
                passes.add(new FluxPass(embedded, prompts.get(i), steering, steering.row(step, i), check, tap));
            }
            for (int i = 0; i < config.doubleBlocks(); i++) {
                int at = i;
                parts.doubles().use(i, block -> passes.forEach(pass -> pass.through(block, at)));
            }
            passes.forEach(FluxPass::join);
            for (int i = 0; i < config.singleBlocks(); i++) {
                int at = i;
                parts.singles().use(i, block -> passes.forEach(pass -> pass.through(block, at)));
            }
            return passes.stream().map(pass -> pass.out(projOut)).toList();
        }));
    }
}
