package org.layerloom.weights;

import org.layerloom.tensor.DType;

/// A tensor as a pickle of PyTorch describes it: a view of a storage.
///
/// @param offset  of its first element in the storage, in elements
/// @param strides from one element to the next in each dimension, in elements
record TorchTensor(Storage storage, long offset, long[] shape, long[] strides) {
    /// An entry of the archive, `data/KEY`.
    ///
    /// @param count its elements
    record Storage(String key, DType dtype, long count) {}
}
