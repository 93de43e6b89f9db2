package org.layerloom.weights;

import java.util.Set;

/// A patch, and how much of it counts: 1 = as trained.
///
/// @param spared names of tensors that it is not merged into, though it changes them
public record Merge(Patch patch, double strength, Set<String> spared) {
    public Merge {
        spared = Set.copyOf(spared);
    }

    public Merge(Patch patch, double strength) {
        this(patch, strength, Set.of());
    }
}
