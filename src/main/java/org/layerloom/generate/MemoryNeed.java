package org.layerloom.generate;

/// What a run needs of memory, in bytes.
///
/// @param weights all that the longest part of the run computes with
/// @param least   what must lie where it is computed even if weights are loaded block by block
/// @param working what the run makes beside the weights at its peak
public record MemoryNeed(long weights, long least, long working) {}
