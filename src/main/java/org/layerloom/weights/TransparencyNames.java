package org.layerloom.weights;

import java.util.Map;

/// The names that tensors of ART's transparent decoder have had, and those that it uses now: torchvision numbered the
/// two layers of a block's MLP by themselves before version 0.12.
final class TransparencyNames {
    private static final Map<String, String> OLD = Map.of(".mlp.linear_1.", ".mlp.0.", ".mlp.linear_2.", ".mlp.3.");

    private TransparencyNames() {}

    static TensorEntry current(TensorEntry entry) {
        return OLD.entrySet().stream()
                .filter(old -> entry.name().contains(old.getKey()))
                .map(old -> entry.named(entry.name().replace(old.getKey(), old.getValue())))
                .findFirst()
                .orElse(entry);
    }
}
