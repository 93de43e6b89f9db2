package org.layerloom.weights;

import java.nio.file.Path;
import java.util.Arrays;
import org.layerloom.tensor.DType;

/// Where a tensor lies: its file, its type and shape, and the bytes `start` (inclusive) to `end` (exclusive) of
/// that file.
///
/// @param strides from one element to the next in each dimension, in elements: row-major unless the file holds a
///     view of something larger, or the transpose
record TensorEntry(Path file, String name, DType dtype, long[] shape, long[] strides, long start, long end) {
    /// A tensor whose elements lie in row-major order.
    static TensorEntry rowMajor(Path file, String name, DType dtype, long[] shape, long start, long end) {
        return new TensorEntry(file, name, dtype, shape, rowMajor(shape), start, end);
    }

    private static long[] rowMajor(long... shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= Math.max(1, shape[i]);
        }
        return strides;
    }

    /// How many elements lie from a tensor's first to its last.
    ///
    /// @throws ArithmeticException if they cannot be counted
    static long span(long[] shape, long[] strides) {
        long last = 0;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] == 0) {
                return 0;
            }
            last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides[i]));
        }
        return Math.addExact(last, 1);
    }

    /// Number of elements.
    long count() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /// Whether the elements lie one after the other in row-major order.
    boolean isRowMajor() {
        long expected = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] != 1 && strides[i] != expected) {
                return false;
            }
            expected *= shape[i];
        }
        return true;
    }

    /// The same under another name.
    TensorEntry named(String other) {
        return new TensorEntry(file, other, dtype, shape, strides, start, end);
    }

    /// Part `index` of `parts` equal ones along the first dimension.
    TensorEntry part(int index, int parts) {
        return rows(index * (shape[0] / parts), shape[0] / parts);
    }

    /// `count` slices of the first dimension from `first` on.
    TensorEntry rows(long first, long count) {
        long[] smaller = shape.clone();
        smaller[0] = count;
        long from = start + first * strides[0] * dtype.bytes();
        return new TensorEntry(
                file, name, dtype, smaller, strides, from, from + span(smaller, strides) * dtype.bytes());
    }

    /// A convolution's 1 x 1 kernel as a matrix; other tensors as they are.
    TensorEntry asMatrix() {
        boolean pointwise = shape.length == 4 && shape[2] == 1 && shape[3] == 1;
        return pointwise
                ? new TensorEntry(file, name, dtype, Arrays.copyOf(shape, 2), Arrays.copyOf(strides, 2), start, end)
                : this;
    }

    /// A matrix turned.
    TensorEntry transpose() {
        return new TensorEntry(
                file, name, dtype, new long[] {shape[1], shape[0]}, new long[] {strides[1], strides[0]}, start, end);
    }

    @Override
    public String toString() {
        return name + " " + dtype + Arrays.toString(shape) + " in " + file;
    }
}
