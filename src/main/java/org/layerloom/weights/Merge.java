package org.layerloom.weights;

/// A patch, and how much of it counts: 1 = as trained.
public record Merge(Patch patch, double strength) {}
