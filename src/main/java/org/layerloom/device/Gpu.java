package org.layerloom.device;

/// A graphics card, as its driver tells.
///
/// @param name  `NVIDIA GeForce RTX 4090`
/// @param bytes of its memory in all
public record Gpu(String name, long bytes) {}
