package org.layerloom.weights;

import java.nio.file.Path;
import java.util.Arrays;
import org.layerloom.tensor.DType;

/// Where a tensor lies: its file, its type and shape, and the bytes `start` (inclusive) to `end` (exclusive) of
/// that file.
record TensorEntry(Path file, String name, DType dtype, long[] shape, long start, long end) {
    long count() {
        return (end - start) / dtype.bytes();
    }

    @Override
    public String toString() {
        return name + " " + dtype + Arrays.toString(shape) + " in " + file;
    }
}
