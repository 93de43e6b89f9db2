package org.layerloom.pipeline.layerfusion;

import org.layerloom.tensor.DType;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// What the attentions of the foreground's network say of where its object is (LayerFusion, arXiv 2412.04460,
/// section 3): a structure prior from the last self-attention and content priors from the cross-attentions. All maps
/// are float32.
public final class FusionPriors {
    private static final double EPS = 1e-8;

    private FusionPriors() {}

    /// softmax(q k^T / sqrt(d)), its mean over the heads, (n, m). One head is held at a time: at 1024 px all of them
    /// would take gigabytes.
    ///
    /// @param q (heads, n, d)
    /// @param k (heads, m, d)
    public static Tensor attention(Tensor q, Tensor k) {
        long heads = q.size(0);
        double scale = 1 / Math.sqrt(q.size(2));
        Tensor sum = null;
        for (long h = 0; h < heads; h++) {
            Tensor before = sum;
            long head = h;
            sum = Scope.scoped(() -> {
                Tensor scores = q.slice(0, head, head + 1)
                        .to(DType.F32)
                        .matmul(k.slice(0, head, head + 1).to(DType.F32).transpose(0, 2, 1));
                Tensor part = scores.mul(scale).softmax(-1).div(heads);
                return before == null ? part : before.add(part);
            });
            if (before != null) {
                before.close();
            }
        }
        return sum.reshape(q.size(1), k.size(1));
    }

    /// How many tokens each token attends to: 1 / sum of the squares of its row; (n, n) to (n).
    public static Tensor spread(Tensor selfAttention) {
        return Scope.scoped(() -> selfAttention.mul(selfAttention).sum(1).pow(-1));
    }

    /// 1 where a token attends to few (the object and its edges), 0 where it attends to the most; (n, n) to (n).
    public static Tensor structure(Tensor selfAttention) {
        return Scope.scoped(() -> normalized(spread(selfAttention)).mul(-1).add(1));
    }

    /// How much each token attends to the prompt's end, which stands for the whole prompt; (n, m) to (n).
    public static Tensor content(Tensor crossAttention, int end) {
        return Scope.scoped(() -> crossAttention.slice(1, end, end + 1L).reshape(-1));
    }

    /// A map of `height` x `width` cells at another size, (n) to (toHeight * toWidth).
    public static Tensor resized(Tensor map, int height, int width, int toHeight, int toWidth) {
        return Scope.scoped(() -> Ops.resizeBilinear(map.reshape(1, 1, height, width), toHeight, toWidth)
                .reshape(-1));
    }

    /// Moved and scaled to 0..1; all 0 where all values are the same.
    static Tensor normalized(Tensor map) {
        Tensor low = map.min();
        return map.sub(low).div(map.max().sub(low).add(EPS));
    }
}
