package org.layerloom.network.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.layerloom.network.Heads;
import org.layerloom.network.LayerNorm;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// BERT's encoder (Devlin et al. 2019; `BertModel` of `transformers` without its pooler): bidirectional, post-norm.
///
/// @param wordEmbeddings (vocabulary, dim)
/// @param positionEmbeddings (positions, dim)
/// @param tokenTypeEmbeddings (types, dim); all tokens are of type 0
public record BertEncoder(
        Tensor wordEmbeddings,
        Tensor positionEmbeddings,
        Tensor tokenTypeEmbeddings,
        LayerNorm embeddingNorm,
        List<Block> blocks) {
    private static final double EPS = 1e-12;

    /// @throws WeightsException if config and weights do not fit each other
    public static BertEncoder load(Config config, Weights w) throws WeightsException {
        int dim = config.integer("hidden_size");
        Weights embeddings = w.at("embeddings");
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < config.integer("num_hidden_layers"); i++) {
            blocks.add(Block.load(config, w.at("encoder.layer." + i)));
        }
        return new BertEncoder(
                embeddings.get("word_embeddings.weight", -1, dim),
                embeddings.get("position_embeddings.weight", config.integer("max_position_embeddings"), dim),
                embeddings.get("token_type_embeddings.weight", -1, dim),
                LayerNorm.load(embeddings.at("LayerNorm"), dim, config.number("layer_norm_eps", EPS)),
                blocks);
    }

    /// The most ids that [#forward(long...)] takes.
    public int positions() {
        return Math.toIntExact(positionEmbeddings.size(0));
    }

    /// Last hidden states (1, n, dim) of n ids, all of them real.
    public Tensor forward(long... ids) {
        return Scope.scoped(() -> {
            Tensor words = Ops.embedding(wordEmbeddings.device().tensor(ids, 1, ids.length), wordEmbeddings);
            Tensor x = embeddingNorm.forward(
                    words.add(positionEmbeddings.slice(0, 0, ids.length)).add(tokenTypeEmbeddings.slice(0, 0, 1)));
            for (Block block : blocks) {
                x = block.forward(x);
            }
            return x;
        });
    }

    /// One block: self-attention and an MLP, each added back and then normed.
    record Block(
            int heads,
            Linear query,
            Linear key,
            Linear value,
            Linear attentionOutput,
            LayerNorm attentionNorm,
            Linear intermediate,
            UnaryOperator<Tensor> activation,
            Linear output,
            LayerNorm outputNorm) {
        static Block load(Config config, Weights w) throws WeightsException {
            int dim = config.integer("hidden_size");
            int inner = config.integer("intermediate_size");
            double eps = config.number("layer_norm_eps", EPS);
            Weights attention = w.at("attention");
            return new Block(
                    config.integer("num_attention_heads"),
                    Linear.load(attention.at("self.query"), dim, dim),
                    Linear.load(attention.at("self.key"), dim, dim),
                    Linear.load(attention.at("self.value"), dim, dim),
                    Linear.load(attention.at("output.dense"), dim, dim),
                    LayerNorm.load(attention.at("output.LayerNorm"), dim, eps),
                    Linear.load(w.at("intermediate.dense"), inner, dim),
                    TextActivation.of(config, "hidden_act", "gelu"),
                    Linear.load(w.at("output.dense"), dim, inner),
                    LayerNorm.load(w.at("output.LayerNorm"), dim, eps));
        }

        /// (1, n, dim) to the same shape.
        Tensor forward(Tensor x) {
            return Scope.scoped(() -> {
                Tensor a = Ops.attention(
                        Heads.split(query.forward(x), heads),
                        Heads.split(key.forward(x), heads),
                        Heads.split(value.forward(x), heads));
                Tensor y = attentionNorm.forward(x.add(attentionOutput.forward(Heads.join(a))));
                return outputNorm.forward(y.add(output.forward(activation.apply(intermediate.forward(y)))));
            });
        }
    }
}
