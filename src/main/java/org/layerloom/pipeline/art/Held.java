package org.layerloom.pipeline.art;

import org.layerloom.tensor.Tensor;

/// A layer whose tokens are not left to the sampler, all the way (given layers) or until some step (layers with a
/// start).
///
/// @param clean   its clean tokens, (1, n, token width)
/// @param release the last point at which it is held: 0 is the start, i the end of step i; beyond the last step =
///     for good
/// @param marked  whether the model knows given layers and takes them clean; else they carry the step's noise
record Held(int layer, Tensor clean, int release, boolean marked) {}
