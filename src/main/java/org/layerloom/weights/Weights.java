package org.layerloom.weights;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// The weights of one network, asked for by name and shape: `weights.at("double_blocks.0").get("norm.weight", 64)`.
///
/// Floating-point tensors are given in the compute type (a copy where the file's type differs, else a view of the
/// mapped file), all others as they are. The weights own every tensor that they gave out: closing them frees all. A
/// tensor asked for twice is the same one.
public final class Weights implements AutoCloseable {
    private final TensorFiles files;
    private final DType compute;
    private final String prefix;
    private final Map<String, Tensor> loaded;

    private Weights(TensorFiles files, DType compute, String prefix, Map<String, Tensor> loaded) {
        this.files = files;
        this.compute = compute;
        this.prefix = prefix;
        this.loaded = loaded;
    }

    /// Opens a safetensors file, or a folder with one or with shards and their index.
    ///
    /// @throws WeightsException if something is missing, unreadable or inconsistent
    public static Weights open(Path folderOrFile, Device device, DType compute) throws WeightsException {
        return new Weights(TensorFiles.open(folderOrFile, device), compute, "", new HashMap<>());
    }

    /// The type to compute in: bf16 where the weights are stored so (large models: half the memory, and the
    /// arithmetic they were made for), else float32.
    public static DType computeType(Path folderOrFile, Device device) throws WeightsException {
        try (TensorFiles files = TensorFiles.open(folderOrFile, device)) {
            return files.holds(DType.BF16) ? DType.BF16 : DType.F32;
        }
    }

    /// The same weights seen from below a prefix: `at("a.b").get("c")` is the tensor `a.b.c`.
    public Weights at(String name) {
        return new Weights(files, compute, prefix + name + ".", loaded);
    }

    /// The tensor of this name; -1 in the expected shape fits any size, no sizes at all fit any shape.
    ///
    /// @throws WeightsException if there is none or its shape is another
    public Tensor get(String name, long... expectedShape) throws WeightsException {
        TensorEntry entry = files.entry(prefix + name);
        if (expectedShape.length > 0 && !fits(entry.shape(), expectedShape)) {
            throw new WeightsException("the tensor " + entry.name() + " in " + entry.file() + " has the shape "
                    + Arrays.toString(entry.shape()) + ", but the model's config needs "
                    + Arrays.toString(expectedShape));
        }
        Tensor known = loaded.get(entry.name());
        if (known == null) {
            known = load(entry);
            loaded.put(entry.name(), known);
        }
        return known;
    }

    /// Size of one dimension of a tensor, without loading it.
    public long size(String name, int dim) throws WeightsException {
        TensorEntry entry = files.entry(prefix + name);
        if (dim >= entry.shape().length) {
            throw new WeightsException("the tensor " + entry + " has no dimension " + dim);
        }
        return entry.shape()[dim];
    }

    public boolean has(String name) {
        return files.has(prefix + name);
    }

    /// How many numbered groups there are from 0 on: `count("blocks.%d")` is 3 if names start with `blocks.0.` to
    /// `blocks.2.`.
    public int count(String pattern) {
        int count = 0;
        while (hasBelow(prefix + pattern.formatted(count) + ".")) {
            count++;
        }
        return count;
    }

    private boolean hasBelow(String start) {
        String first = files.names().ceiling(start);
        return first != null && first.startsWith(start);
    }

    /// The full names of all tensors in the files, sorted.
    public NavigableSet<String> names() {
        return files.names();
    }

    public Device device() {
        return files.device();
    }

    /// The type in which floating-point weights are given out.
    public DType compute() {
        return compute;
    }

    /// The file or folder, for messages.
    public Path source() {
        return files.source();
    }

    private Tensor load(TensorEntry entry) throws WeightsException {
        Tensor raw = files.load(entry);
        boolean convert = entry.dtype().isFloating() && entry.dtype() != compute;
        boolean move = !device().name().equals("cpu");
        if (!convert && !move) {
            return raw;
        }
        try (raw) {
            Tensor moved = move ? raw.to(device()).keep() : raw;
            if (!convert) {
                return moved;
            }
            try (moved) {
                return moved.to(compute).keep();
            }
        }
    }

    private static boolean fits(long[] shape, long... expected) {
        boolean fits = shape.length == expected.length;
        for (int i = 0; fits && i < shape.length; i++) {
            fits = expected[i] == -1 || expected[i] == shape[i];
        }
        return fits;
    }

    /// Lets go of the mapped files once all is loaded; what was given out as a view of them stays valid.
    public void unmap() {
        files.close();
    }

    /// Frees every tensor that was given out, and the mappings.
    @Override
    public void close() {
        loaded.values().forEach(Tensor::close);
        loaded.clear();
        files.close();
    }
}
