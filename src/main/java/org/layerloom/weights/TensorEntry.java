package org.layerloom.weights;

import java.nio.file.Path;
import java.util.Arrays;
import org.layerloom.tensor.DType;

/// Where a tensor lies: its file, its type and shape, and the bytes `start` (inclusive) to `end` (exclusive) of
/// that file.
///
/// @param transposed whether the file holds the transpose of the matrix: `shape` is what is given out
record TensorEntry(Path file, String name, DType dtype, long[] shape, long start, long end, boolean transposed) {
    long count() {
        return (end - start) / dtype.bytes();
    }

    /// The same under another name.
    TensorEntry named(String other) {
        return new TensorEntry(file, other, dtype, shape, start, end, transposed);
    }

    /// Part `index` of `parts` equal ones along the first dimension.
    TensorEntry part(int index, int parts) {
        long[] smaller = shape.clone();
        smaller[0] /= parts;
        long bytes = (end - start) / parts;
        return new TensorEntry(file, name, dtype, smaller, start + index * bytes, start + (index + 1) * bytes, false);
    }

    /// A convolution's 1 x 1 kernel as a matrix; other tensors as they are.
    TensorEntry asMatrix() {
        boolean pointwise = shape.length == 4 && shape[2] == 1 && shape[3] == 1;
        return pointwise
                ? new TensorEntry(file, name, dtype, new long[] {shape[0], shape[1]}, start, end, transposed)
                : this;
    }

    /// A matrix turned.
    TensorEntry transpose() {
        return new TensorEntry(file, name, dtype, new long[] {shape[1], shape[0]}, start, end, !transposed);
    }

    @Override
    public String toString() {
        return name + " " + dtype + Arrays.toString(shape) + " in " + file;
    }
}
