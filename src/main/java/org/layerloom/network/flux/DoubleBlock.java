package org.layerloom.network.flux;

import java.util.List;
import java.util.function.BiConsumer;
import org.layerloom.network.Heads;
import org.layerloom.network.Linear;
import org.layerloom.network.Rope;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A FLUX double block: image and text have weights of their own and meet in one attention, text first.
record DoubleBlock(Stream image, Stream text) {
    /// Vectors that steer each stream.
    static final int VECTORS = 6;

    private static final double EPS = 1e-6;

    /// One modality's weights.
    record Stream(Projections qkv, Linear attentionOut, FeedForward ff) {}

    /// The two streams' tokens.
    record Tokens(Tensor image, Tensor text) {}

    static DoubleBlock load(FluxConfig c, Weights w) throws WeightsException {
        int dim = c.dim();
        Weights attn = w.at("attn");
        Stream image = new Stream(
                Projections.load(c, attn, "to_q", "to_k", "to_v", "norm_q", "norm_k"),
                Linear.load(attn.at("to_out.0"), dim, dim),
                FeedForward.load(w.at("ff"), dim));
        Stream text = new Stream(
                Projections.load(c, attn, "add_q_proj", "add_k_proj", "add_v_proj", "norm_added_q", "norm_added_k"),
                Linear.load(attn.at("to_add_out"), dim, dim),
                FeedForward.load(w.at("ff_context"), dim));
        return new DoubleBlock(image, text);
    }

    /// @param imageMod shift, scale and gate of the attention and of the MLP, each (1, dim)
    /// @param textMod  the same for the text
    /// @param tap      is shown what the attention adds, before its gate
    Tokens forward(
            Tokens x,
            Tensor[] imageMod,
            Tensor[] textMod,
            Rope rope,
            BiConsumer<String, Tensor> tap) { // image (1, n, dim), text (1, t, dim)
        List<Tensor> both = Scope.scopedAll(() -> {
            Tokens attended = attention(x, imageMod, textMod, rope);
            tap.accept("attn_img", attended.image);
            tap.accept("attn_txt", attended.text);
            return List.of(
                    feedForward(image, Ops.gated(x.image, imageMod[2], attended.image), imageMod),
                    Halves.inRange(feedForward(text, Ops.gated(x.text, textMod[2], attended.text), textMod)));
        });
        return new Tokens(both.get(0), both.get(1));
    }

    /// The attention's contribution to both streams, before its gate.
    private Tokens attention(Tokens x, Tensor[] imageMod, Tensor[] textMod, Rope rope) {
        Tensor n = Ops.modulate(x.image, imageMod[0], imageMod[1], EPS);
        Tensor c = Ops.modulate(x.text, textMod[0], textMod[1], EPS);
        Tensor q = rope.forward(Tensor.concat(2, text.qkv.query(c), image.qkv.query(n)));
        Tensor k = rope.forward(Tensor.concat(2, text.qkv.key(c), image.qkv.key(n)));
        Tensor v = Tensor.concat(2, text.qkv.value(c), image.qkv.value(n));
        Tensor joined = Heads.join(Ops.attention(q, k, v)); // (1, t + n, dim)
        long textTokens = x.text.size(1);
        return new Tokens(
                image.attentionOut.forward(joined.slice(1, textTokens, joined.size(1))),
                text.attentionOut.forward(joined.slice(1, 0, textTokens)));
    }

    private static Tensor feedForward(Stream stream, Tensor x, Tensor[] mod) {
        return Ops.gated(x, mod[5], stream.ff.forward(Ops.modulate(x, mod[3], mod[4], EPS)));
    }
}
