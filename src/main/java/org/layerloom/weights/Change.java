package org.layerloom.weights;

import java.util.Arrays;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// What a patch does to one tensor, computed in float32. The patch's own tensors are read when they are needed and
/// not kept.
sealed interface Change {
    /// The shape that a tensor of shape `base` has afterwards; empty where the change does not fit it.
    long[] shape(long... base);

    /// The changed tensor.
    ///
    /// @param base     float32
    /// @param strength 1 = as trained
    Tensor apply(Tensor base, double strength) throws WeightsException;

    /// How many rows the change is for.
    long rows();

    /// The part of the change that is for `count` rows from `first` on.
    Change rows(long first, long count);

    /// Adds up (out, r) times down (r, in, ...), a LoRA. A convolution may have its kernel in a third matrix
    /// between the two.
    ///
    /// @param middle (r, r, k, k), or null
    /// @param alpha  one number, by r of which the product is multiplied; null = not at all
    record LowRank(TensorFiles files, TensorEntry up, TensorEntry middle, TensorEntry down, TensorEntry alpha)
            implements Change {
        @Override
        public long rows() {
            return up.shape()[0];
        }

        @Override
        public Change rows(long first, long count) {
            return new LowRank(files, up.rows(first, count), middle, down, alpha);
        }

        @Override
        public long[] shape(long... base) {
            long kernel = middle == null ? 1 : middle.shape()[2] * middle.shape()[3];
            long rank = down.shape()[0];
            boolean matches = up.shape()[0] == base[0]
                    && up.count() == base[0] * rank
                    && base[0] * (down.count() / rank) * kernel == size(base);
            return matches ? base : new long[0];
        }

        @Override
        public Tensor apply(Tensor base, double strength) throws WeightsException {
            long rank = down.shape()[0];
            return Scope.<WeightsException>scoped(() -> {
                Tensor left = float32(files, up, base).reshape(-1, rank);
                Tensor right = float32(files, down, base).reshape(rank, -1);
                Tensor product = middle == null
                        ? left.matmul(right)
                        : left.matmul(float32(files, middle, base).transpose(2, 3, 0, 1))
                                .matmul(right)
                                .transpose(2, 3, 0, 1); // (k, k, out, in) to (out, in, k, k)
                return base.add(product.reshape(base.shape()).mul(strength * scale()));
            });
        }

        private double scale() throws WeightsException {
            if (alpha == null) {
                return 1;
            }
            try (Tensor value = files.load(alpha)) {
                return value.toFloats()[0] / down.shape()[0];
            }
        }
    }

    /// Adds a tensor. One that is larger in some dimension than the base makes it so: what is new is the change's
    /// alone.
    record Whole(TensorFiles files, TensorEntry difference) implements Change {
        @Override
        public long rows() {
            return difference.shape().length == 0 ? 0 : difference.shape()[0];
        }

        @Override
        public Change rows(long first, long count) {
            return new Whole(files, difference.rows(first, count));
        }

        @Override
        public long[] shape(long... base) {
            long[] shape = difference.shape();
            boolean matches = shape.length == base.length;
            for (int i = 0; matches && i < base.length; i++) {
                matches = shape[i] == base[i] || base.length == 4 && shape[i] > base[i];
            }
            return matches ? shape.clone() : new long[0];
        }

        @Override
        public Tensor apply(Tensor base, double strength) throws WeightsException {
            return Scope.<WeightsException>scoped(() -> {
                Tensor added = float32(files, difference, base).mul(strength);
                return widened(base, added.shape()).add(added);
            });
        }

        /// Zeros behind the base in each dimension.
        private static Tensor widened(Tensor base, long... shape) {
            Tensor wide = base;
            for (int dim = 0; dim < shape.length; dim++) {
                if (shape[dim] > wide.size(dim)) {
                    long[] rest = wide.shape();
                    rest[dim] = shape[dim] - rest[dim];
                    wide = Tensor.concat(dim, wide, base.device().zeros(rest));
                }
            }
            return wide;
        }
    }

    /// What the change adds at most, in words for a message.
    default String found() {
        return switch (this) {
            case LowRank low ->
                Arrays.toString(new long[] {
                    low.up.shape()[0], low.down.count() / low.down.shape()[0]
                });
            case Whole whole -> Arrays.toString(whole.difference.shape());
        };
    }

    private static long size(long... shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private static Tensor float32(TensorFiles files, TensorEntry entry, Tensor base) throws WeightsException {
        try (Tensor stored = files.load(entry);
                Tensor moved = stored.to(base.device()).keep()) {
            return moved.to(DType.F32);
        }
    }
}
