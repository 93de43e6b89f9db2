package org.layerloom.weights;

import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeMap;

/// Names and shapes of the tensors in a safetensors file, from its header alone: what a file is shows in them.
public final class TensorShapes {
    private final TreeMap<String, long[]> shapes = new TreeMap<>();

    private TensorShapes() {}

    /// @throws WeightsException if the file is missing or broken
    public static TensorShapes read(Path file) throws WeightsException {
        TensorShapes header = new TensorShapes();
        TensorFormat.read(file).values().forEach(entry -> header.shapes.put(entry.name(), entry.shape()));
        return header;
    }

    public NavigableSet<String> names() {
        return Collections.unmodifiableNavigableSet(shapes.navigableKeySet());
    }

    public boolean has(String name) {
        return shapes.containsKey(name);
    }

    /// A copy; an empty shape where there is no such tensor.
    public long[] shape(String name) {
        return has(name) ? shapes.get(name).clone() : new long[0];
    }
}
