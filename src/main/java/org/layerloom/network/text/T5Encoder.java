package org.layerloom.network.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.layerloom.network.Heads;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The encoder of T5 v1.1 (Raffel et al. 2020; `T5EncoderModel` of `transformers`): RMS norms, no biases, attention
/// without a softmax scale, and one relative bias that all blocks share. Padding is attended, as in ART's
/// reference.
///
/// @param shared the embedding table (vocabulary, dim)
/// @param finalLayerNorm (dim)
public record T5Encoder(
        Tensor shared, T5RelativeBias relativeBias, List<Block> blocks, Tensor finalLayerNorm, double eps) {
    /// @throws WeightsException if config and weights do not fit each other, or the model is a T5 v1.0
    public static T5Encoder load(Config config, Weights weights) throws WeightsException {
        int dim = config.integer("d_model");
        if (!config.text("feed_forward_proj", "relu").startsWith("gated-")) {
            throw new WeightsException("the file " + config.file() + " is of a T5 without gated MLP (feed_forward_proj "
                    + config.text("feed_forward_proj", "relu") + "), which is not supported");
        }
        Weights w = weights.at("encoder");
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < config.integer("num_layers"); i++) {
            blocks.add(Block.load(config, w.at("block." + i)));
        }
        return new T5Encoder(
                weights.get("shared.weight", -1, dim),
                T5RelativeBias.load(config, w.at("block.0.layer.0.SelfAttention")),
                blocks,
                w.get("final_layer_norm.weight", dim),
                config.number("layer_norm_epsilon", 1e-6));
    }

    /// Normed hidden states (1, n, dim) of n ids.
    public Tensor forward(long... ids) {
        return Scope.scoped(() -> {
            Tensor x = Ops.embedding(shared.device().tensor(ids, 1, ids.length), shared); // (1, n, dim)
            Tensor bias = relativeBias.forward(ids.length);
            for (Block block : blocks) {
                x = block.forward(x, bias);
            }
            return Ops.rmsNorm(x, finalLayerNorm, eps);
        });
    }

    /// One block: self-attention, then a gated MLP, each after an RMS norm and added back.
    record Block(
            int heads,
            double eps,
            Tensor attentionNorm,
            Linear q,
            Linear k,
            Linear v,
            Linear o,
            Tensor mlpNorm,
            Linear wi0,
            UnaryOperator<Tensor> activation,
            Linear wi1,
            Linear wo) {
        static Block load(Config config, Weights w) throws WeightsException {
            int dim = config.integer("d_model");
            int heads = config.integer("num_heads");
            int inner = heads * config.integer("d_kv");
            int wide = config.integer("d_ff");
            Weights attention = w.at("layer.0.SelfAttention");
            Weights mlp = w.at("layer.1.DenseReluDense");
            return new Block(
                    heads,
                    config.number("layer_norm_epsilon", 1e-6),
                    w.get("layer.0.layer_norm.weight", dim),
                    Linear.unbiased(attention.at("q"), inner, dim),
                    Linear.unbiased(attention.at("k"), inner, dim),
                    Linear.unbiased(attention.at("v"), inner, dim),
                    Linear.unbiased(attention.at("o"), dim, inner),
                    w.get("layer.1.layer_norm.weight", dim),
                    Linear.unbiased(mlp.at("wi_0"), wide, dim),
                    TextActivation.of(config, "dense_act_fn", "gelu_new"),
                    Linear.unbiased(mlp.at("wi_1"), wide, dim),
                    Linear.unbiased(mlp.at("wo"), dim, wide));
        }

        /// x (1, n, dim), bias (1, heads, n, n).
        Tensor forward(Tensor x, Tensor bias) {
            return Scope.scoped(() -> {
                Tensor n = Ops.rmsNorm(x, attentionNorm, eps);
                Tensor a = Ops.attention(
                        Heads.split(q.forward(n), heads),
                        Heads.split(k.forward(n), heads),
                        Heads.split(v.forward(n), heads),
                        bias,
                        1);
                Tensor y = x.add(o.forward(Heads.join(a)));
                Tensor m = Ops.rmsNorm(y, mlpNorm, eps);
                return y.add(wo.forward(activation.apply(wi0.forward(m)).mul(wi1.forward(m))));
            });
        }
    }
}
