package org.layerloom.network;

import org.layerloom.tensor.Tensor;

/// Cuts vectors into the heads of an attention, and joins them again.
public final class Heads {
    private Heads() {}

    /// (b, n, heads * d) to (b, heads, n, d).
    public static Tensor split(Tensor x, int heads) {
        return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(0, 2, 1, 3);
    }

    /// (b, heads, n, d) to (b, n, heads * d).
    public static Tensor join(Tensor x) {
        return x.transpose(0, 2, 1, 3).reshape(x.size(0), x.size(2), x.size(1) * x.size(3));
    }
}
