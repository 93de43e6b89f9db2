package org.layerloom.weights;

import org.layerloom.tensor.Tensor;

/// A matrix as it is held in memory.
///
/// @param values (out, in): in the compute type, or a narrower one, which is widened at each use
/// @param scale  (out, 1) what a row of int8 values is multiplied by, in the compute type; null for all others
public record Matrix(Tensor values, Tensor scale) {}
