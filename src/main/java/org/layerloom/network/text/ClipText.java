package org.layerloom.network.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.layerloom.network.Heads;
import org.layerloom.network.LayerNorm;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// CLIP's text network: a causal pre-norm transformer (Radford et al. 2021; `CLIPTextModel` and
/// `CLIPTextModelWithProjection` of `transformers`). Padding is not masked.
///
/// @param tokenEmbedding (vocabulary, dim)
/// @param positionEmbedding (positions, dim)
/// @param eosTokenId the config's `eos_token_id`: 2 stands for the old rule that pools at the largest id
/// @param textProjection what maps the pooled vector; null where the checkpoint has none
public record ClipText(
        Tensor tokenEmbedding,
        Tensor positionEmbedding,
        List<Block> blocks,
        LayerNorm finalLayerNorm,
        int eosTokenId,
        Linear textProjection) {
    private static final int LEGACY_EOS = 2;

    /// @throws WeightsException if config and weights do not fit each other
    public static ClipText load(Config config, Weights weights) throws WeightsException {
        Weights w = weights.at("text_model");
        int dim = config.integer("hidden_size");
        boolean projects = weights.has("text_projection.weight");
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < config.integer("num_hidden_layers"); i++) {
            blocks.add(Block.load(config, w.at("encoder.layers." + i)));
        }
        return new ClipText(
                w.get("embeddings.token_embedding.weight", -1, dim),
                w.get("embeddings.position_embedding.weight", config.integer("max_position_embeddings"), dim),
                blocks,
                LayerNorm.load(w.at("final_layer_norm"), dim, config.number("layer_norm_eps", 1e-5)),
                config.integer("eos_token_id", 49407),
                projects
                        ? Linear.unbiased(weights.at("text_projection"), config.integer("projection_dim"), dim)
                        : null);
    }

    /// Hidden states of a text, both (1, n, dim).
    ///
    /// @param penultimate what the last block is given, without a norm: SDXL's tokens
    /// @param last        what the last block gives, normed: SD1.5's tokens, and what is pooled
    public record States(Tensor penultimate, Tensor last) {
        List<Tensor> tensors() {
            return List.of(penultimate, last);
        }
    }

    /// Width of the hidden states.
    public int width() {
        return Math.toIntExact(tokenEmbedding.size(1));
    }

    /// Width of the pooled vector.
    public int pooledWidth() {
        return textProjection == null
                ? width()
                : Math.toIntExact(textProjection.weight().size(0));
    }

    /// How many ids a prompt is cut or padded to (77).
    public int length() {
        return Math.toIntExact(positionEmbedding.size(0));
    }

    /// Normed hidden states (1, n, dim) of n ids, at most [#length()].
    public Tensor forward(long... ids) {
        return Scope.scoped(() -> states(ids).last());
    }

    /// The hidden states of n ids, at most [#length()].
    public States states(long... ids) {
        return Scope.scoped(States::tensors, () -> {
            Device device = tokenEmbedding.device();
            Tensor x = Ops.embedding(device.tensor(ids, 1, ids.length), tokenEmbedding)
                    .add(positionEmbedding.slice(0, 0, ids.length)); // (1, n, dim)
            Tensor mask = causal(device, ids.length).to(x.dtype());
            for (Block block : blocks.subList(0, blocks.size() - 1)) {
                x = block.forward(x, mask);
            }
            return new States(x, finalLayerNorm.forward(blocks.getLast().forward(x, mask)));
        });
    }

    /// The pooled vector (1, pooledWidth): the normed hidden state at the end token, projected where the checkpoint
    /// has a projection.
    public Tensor pooled(Tensor hidden, long... ids) {
        int at = pooledIndex(ids);
        return Scope.scoped(() -> {
            Tensor end = hidden.slice(1, at, at + 1).reshape(1, hidden.size(2));
            return textProjection == null ? end : textProjection.forward(end);
        });
    }

    private int pooledIndex(long... ids) {
        long end = eosTokenId == LEGACY_EOS ? Arrays.stream(ids).max().orElseThrow() : eosTokenId;
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == end) {
                return i;
            }
        }
        return 0;
    }

    /// Zero on and below the diagonal, minus infinity above: (1, 1, n, n).
    private static Tensor causal(Device device, int n) {
        float[] mask = new float[n * n];
        for (int row = 0; row < n; row++) {
            Arrays.fill(mask, row * n + row + 1, (row + 1) * n, Float.NEGATIVE_INFINITY);
        }
        return device.tensor(mask, 1, 1, n, n);
    }

    /// One block: causal self-attention and an MLP, each after a norm and added back.
    record Block(
            int heads,
            LayerNorm layerNorm1,
            Linear qProj,
            Linear kProj,
            Linear vProj,
            Linear outProj,
            LayerNorm layerNorm2,
            Linear fc1,
            UnaryOperator<Tensor> activation,
            Linear fc2) {
        static Block load(Config config, Weights w) throws WeightsException {
            int dim = config.integer("hidden_size");
            int inner = config.integer("intermediate_size");
            double eps = config.number("layer_norm_eps", 1e-5);
            Weights attention = w.at("self_attn");
            return new Block(
                    config.integer("num_attention_heads"),
                    LayerNorm.load(w.at("layer_norm1"), dim, eps),
                    Linear.load(attention.at("q_proj"), dim, dim),
                    Linear.load(attention.at("k_proj"), dim, dim),
                    Linear.load(attention.at("v_proj"), dim, dim),
                    Linear.load(attention.at("out_proj"), dim, dim),
                    LayerNorm.load(w.at("layer_norm2"), dim, eps),
                    Linear.load(w.at("mlp.fc1"), inner, dim),
                    TextActivation.of(config, "hidden_act", "quick_gelu"),
                    Linear.load(w.at("mlp.fc2"), dim, inner));
        }

        /// x (1, n, dim), mask (1, 1, n, n).
        Tensor forward(Tensor x, Tensor mask) {
            return Scope.scoped(() -> {
                Tensor n = layerNorm1.forward(x);
                Tensor q = Heads.split(qProj.forward(n), heads);
                Tensor k = Heads.split(kProj.forward(n), heads);
                Tensor v = Heads.split(vProj.forward(n), heads);
                double scale = 1 / Math.sqrt(q.size(3));
                Tensor y = x.add(outProj.forward(Heads.join(Ops.attention(q, k, v, mask, scale))));
                return y.add(fc2.forward(activation.apply(fc1.forward(layerNorm2.forward(y)))));
            });
        }
    }
}
