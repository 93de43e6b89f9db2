package org.layerloom.document;

/// What made a layer: enough to make it again, and to say in a file where it comes from.
///
/// @param prompt the prompt of the whole picture, or the layer's own where it had one
/// @param seed the seed of the noise
/// @param model id of the model, with a hash of its weights: `layerloom-2@3f2a9c01`
public record Recipe(String prompt, long seed, String model) {}
