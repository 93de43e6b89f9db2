package org.layerloom.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
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

    /// The licence that a safetensors file says it is under (`modelspec.license`); empty where it does not, or is none.
    public static String licence(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Map<String, String> notes = SafeTensors.notes(file, channel);
            return notes.getOrDefault("modelspec.license", notes.getOrDefault("license", ""));
        } catch (IOException e) {
            return ""; // reading its tensors says what is broken
        }
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
