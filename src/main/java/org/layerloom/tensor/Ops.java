package org.layerloom.tensor;

/// The operations of neural networks. Each runs on its first operand's device.
public final class Ops {
    private Ops() {}

    /// What stands beyond the edge of a picture.
    public enum PadMode {
        ZEROS("constant"),
        REFLECT("reflect");

        private final String torchName;

        PadMode(String torchName) {
            this.torchName = torchName;
        }
    }

    /// x w^T + b on the last dimension: x (..., in), w (out, in), b (out) or null.
    public static Tensor linear(Tensor x, Tensor w, Tensor b) {
        return b == null ? x.call("linear_unbiased", w.array()) : x.call("linear", w.array(), b.array());
    }

    /// A matrix of a narrower type (out, in) in the type of `like`, times the scale of each row (out, 1) unless that
    /// is null.
    public static Tensor widened(Tensor w, Tensor scale, Tensor like) {
        return scale == null
                ? w.call("to_type_of", like.array())
                : w.call("to_type_of_scaled", like.array(), scale.array());
    }

    /// The rows of a matrix (out, in) in eight bits: int8 values of -127 to 127, and the scale of each row (out, 1),
    /// float32 of no more digits than bf16 has, so that a product in bf16 is rounded once.
    public static Tensor[] quantizedRows(Tensor w) {
        return w.calls("quantize_rows");
    }

    /// softmax(q k^T / sqrt(d)) v, all of shape (b, h, n, d); the n x n scores are never held whole.
    public static Tensor attention(Tensor q, Tensor k, Tensor v) {
        return q.call("attention", k.array(), v.array());
    }

    /// softmax(scale q k^T + mask) v; the mask (..., n, n) is added and is of q's type.
    public static Tensor attention(Tensor q, Tensor k, Tensor v, Tensor mask, double scale) {
        return q.call("attention_masked", k.array(), v.array(), mask.array(), scale);
    }

    /// x / sqrt(mean(x^2) + eps) * w over the last dimension; the division is done in float32.
    public static Tensor rmsNorm(Tensor x, Tensor w, double eps) {
        return x.call("rms_norm", w.array(), eps);
    }

    /// Normalises the last dimension to mean 0 and variance 1, then times w plus b unless they are null (both or
    /// none).
    public static Tensor layerNorm(Tensor x, Tensor w, Tensor b, double eps) {
        long width = x.size(-1);
        return w == null
                ? x.call("layer_norm", width, eps)
                : x.call("layer_norm_affine", w.array(), b.array(), width, eps);
    }

    /// layerNorm(x) * (1 + scale) + shift: a norm whose affine part comes from the timestep.
    public static Tensor modulate(Tensor x, Tensor shift, Tensor scale, double eps) {
        return x.call("modulate", shift.array(), scale.array(), x.size(-1), eps);
    }

    /// x + gate * y.
    public static Tensor gated(Tensor x, Tensor gate, Tensor y) {
        return x.call("gated", gate.array(), y.array());
    }

    /// Normalises groups of channels of x (b, c, h, w).
    public static Tensor groupNorm(Tensor x, int groups, Tensor w, Tensor b, double eps) {
        return x.call("group_norm", groups, w.array(), b.array(), eps);
    }

    /// x * sigmoid(x).
    public static Tensor silu(Tensor x) {
        return x.call("silu");
    }

    /// GELU by the error function.
    public static Tensor geluExact(Tensor x) {
        return x.call("gelu", "none");
    }

    /// GELU by the tanh approximation.
    public static Tensor geluTanh(Tensor x) {
        return x.call("gelu", "tanh");
    }

    /// x * sigmoid(1.702 x), CLIP's GELU.
    public static Tensor quickGelu(Tensor x) {
        return x.call("quick_gelu");
    }

    /// Turns adjacent pairs of the last dimension: (x0 cos - x1 sin, x1 cos + x0 sin), in float32, given back in
    /// x's type. x (b, h, n, d); cos, sin (n, d), each angle twice.
    public static Tensor rope(Tensor x, Tensor cos, Tensor sin) {
        return x.call("rope", cos.array(), sin.array());
    }

    /// Rows of the table (count, d) by int64 ids (...): (..., d).
    public static Tensor embedding(Tensor ids, Tensor table) {
        return ids.call("embedding", table.array());
    }

    /// x (b, in, h, w), w (out, in, kh, kw), b (out) or null; padding is of zeros on all sides.
    public static Tensor conv2d(Tensor x, Tensor w, Tensor b, int stride, int padding) {
        return b == null
                ? x.call("conv2d_unbiased", w.array(), stride, padding)
                : x.call("conv2d", w.array(), b.array(), stride, padding);
    }

    /// Widens x (b, c, h, w) by so many columns and rows a side.
    public static Tensor pad(Tensor x, PadMode mode, int left, int right, int top, int bottom) {
        return x.call("pad", new long[] {left, right, top, bottom}, mode.torchName);
    }

    /// Every pixel of x (b, c, h, w) twice in both directions.
    public static Tensor upsampleNearest2x(Tensor x) {
        return x.call("upsample_nearest");
    }

    /// x (b, c, h, w) at another size, weighted by the distance between the cells' middles.
    public static Tensor resizeBilinear(Tensor x, int height, int width) {
        return x.call("resize_bilinear", height, width);
    }

    /// (b, c f f, h, w) to (b, c, h f, w f): channel c f f + dy f + dx becomes pixel (dy, dx).
    public static Tensor pixelShuffle(Tensor x, int factor) {
        return x.call("pixel_shuffle", factor);
    }

    /// (b, c, h f, w f) to (b, c f f, h, w): the inverse of [#pixelShuffle(Tensor, int)].
    public static Tensor pixelUnshuffle(Tensor x, int factor) {
        return x.call("pixel_unshuffle", factor);
    }

    /// Turns pictures (..., h, w) a quarter `times` times from the columns to the rows: element (i, j) of one turn is
    /// element (j, w - 1 - i).
    public static Tensor rotate90(Tensor x, int times) {
        return x.call("rotate90", times);
    }
}
