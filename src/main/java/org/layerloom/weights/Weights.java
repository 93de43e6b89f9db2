package org.layerloom.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
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
    private final Overlay overlay; // null for weights as the files have them
    private final Mode mode;

    /// Changed tensors over the weights that they are changes of.
    private record Overlay(Weights base, Map<String, List<Use>> changes) {}

    /// One change, and how much of it counts.
    private record Use(Change change, double strength) {}

    /// How tensors are given out.
    ///
    /// @param compact  whether matrices stay in the type that they are stored in where that is narrower
    /// @param asStored whether everything is given out in the file's type and on the host
    /// @param borrowed whether the mapped files are another's to close
    private record Mode(boolean compact, boolean asStored, boolean borrowed) {
        static final Mode PLAIN = new Mode(false, false, false);
    }

    private Weights(
            TensorFiles files, DType compute, String prefix, Map<String, Tensor> loaded, Overlay overlay, Mode mode) {
        this.files = files;
        this.compute = compute;
        this.prefix = prefix;
        this.loaded = loaded;
        this.overlay = overlay;
        this.mode = mode;
    }

    static Weights of(TensorFiles files, DType compute) {
        return new Weights(files, compute, "", new HashMap<>(), null, Mode.PLAIN);
    }

    /// The same weights for a network whose matrices go through [#matrix]: those stored in eight bits a value, or in
    /// bf16 where float32 is computed with, stay so in memory. Takes the place of this object.
    public Weights compact() {
        return new Weights(files, compute, prefix, loaded, overlay, new Mode(true, mode.asStored, mode.borrowed));
    }

    /// The same weights, of which tensors can be had for a while: closing them frees what they gave out, and leaves
    /// the files mapped for these ones.
    public Weights borrow() {
        return borrow(mode.asStored);
    }

    /// As [#borrow()], in the files' own types, on the host and before any change: names and shapes can be tried at no
    /// cost.
    public Weights borrowAsStored() {
        return borrow(true);
    }

    private Weights borrow(boolean asStored) {
        Overlay over = overlay == null ? null : new Overlay(overlay.base.borrow(asStored), overlay.changes);
        return new Weights(files, compute, prefix, new HashMap<>(), over, new Mode(mode.compact, asStored, true));
    }

    /// Opens a safetensors file, or a folder with one or with shards and their index.
    ///
    /// @throws WeightsException if something is missing, unreadable or inconsistent
    public static Weights open(Path folderOrFile, Device device, DType compute) throws WeightsException {
        return of(TensorFiles.open(folderOrFile, device), compute);
    }

    /// Names and sizes of the weights, of which none is loaded.
    ///
    /// @throws WeightsException if something is missing, unreadable or inconsistent
    public static Weights headers(Path folderOrFile, DType compute) throws WeightsException {
        return of(TensorFiles.open(folderOrFile, null), compute);
    }

    /// These weights with the tensors of another file over those of the same names, and with its others. Takes the
    /// place of this object.
    public Weights over(Path file) throws WeightsException {
        return new Weights(files.over(TensorFormat.read(file)), compute, prefix, loaded, overlay, mode);
    }

    /// As [#open(Path, Device, DType)], for a network of Stable Diffusion or ART: old names of tensors count as
    /// today's.
    public static Weights open(Part part, Path folderOrFile, Device device, DType compute) throws WeightsException {
        return of(TensorFiles.open(folderOrFile, device).renamed(part::current), compute);
    }

    /// These weights with patches merged into them one after the other, in float32, each result rounded to the type
    /// that the tensor is stored in. What no patch changes is shared with these weights, which must stay open;
    /// closing the merged ones frees only what was merged.
    ///
    /// @param part what these weights are
    /// @throws WeightsException if a patch is for another kind of model
    public Weights with(Part part, List<Merge> merges) throws WeightsException {
        if (overlay != null || !prefix.isEmpty()) {
            throw new IllegalStateException("patches are merged into whole weights as the files have them");
        }
        Map<String, List<Use>> changes = new HashMap<>();
        for (Merge merge : merges) {
            merge.patch()
                    .changes(part, files, merge.spared())
                    .forEach((name, change) -> changes.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(new Use(change, merge.strength())));
        }
        return new Weights(files, compute, "", new HashMap<>(), new Overlay(this, changes), mode);
    }

    /// The type to compute in: bf16 where the weights are stored so (large models: half the memory, and the
    /// arithmetic they were made for) or in float8; float16 where they are stored so and a GPU computes, as it is
    /// slow on the CPU; else float32.
    ///
    /// @param device `cpu`, `cuda` or `mps`
    public static DType computeType(Path folderOrFile, String device) throws WeightsException {
        try (TensorFiles files = TensorFiles.open(folderOrFile, null)) {
            boolean halves = files.holds(DType.F16) && !device.equals("cpu");
            boolean coarse = files.holds(DType.BF16) || files.holds(DType.F8_E4M3);
            return coarse ? DType.BF16 : halves ? DType.F16 : DType.F32;
        }
    }

    /// The same weights seen from below a prefix: `at("a.b").get("c")` is the tensor `a.b.c`.
    public Weights at(String name) {
        return new Weights(files, compute, prefix + name + ".", loaded, overlay, mode);
    }

    /// The tensor of this name; -1 in the expected shape fits any size, no sizes at all fit any shape.
    ///
    /// @throws WeightsException if there is none or its shape is another
    public Tensor get(String name, long... expectedShape) throws WeightsException {
        return get(name, false, expectedShape);
    }

    private Tensor get(String name, boolean matrix, long... expectedShape) throws WeightsException {
        TensorEntry entry = files.entry(prefix + name);
        long[] shape = shape(entry);
        if (expectedShape.length > 0 && !fits(shape, expectedShape)) {
            throw new WeightsException("the tensor " + entry.name() + " in " + entry.file() + " has the shape "
                    + Arrays.toString(shape) + ", but the model's config needs "
                    + Arrays.toString(expectedShape));
        }
        if (overlay != null && !overlay.changes.containsKey(entry.name())) {
            return overlay.base.get(entry.name(), matrix);
        }
        Tensor known = loaded.get(entry.name());
        if (known == null) {
            known = load(entry, matrix && keeps(entry));
            loaded.put(entry.name(), known);
        }
        return known;
    }

    /// The matrix of this name as a network is to hold it: in the compute type, or where these weights are
    /// [#compact()] in fewer bits, which are widened at each use.
    ///
    /// @throws WeightsException if there is none or its shape is another
    public Matrix matrix(String name, long out, long in) throws WeightsException {
        Tensor values = get(name, true, out, in);
        boolean scaled = values.dtype() == DType.I8 && has(name + Int8.SCALE);
        return new Matrix(values, scaled ? get(name + Int8.SCALE, out, 1) : null);
    }

    /// Has the system read from the disk what was given out as a view of the files, so that it is in memory when it is
    /// computed with.
    ///
    /// @throws WeightsException if a file can no longer be read
    public void readAhead() throws WeightsException {
        for (Map.Entry<String, Tensor> given : loaded.entrySet()) {
            TensorEntry entry = files.known(given.getKey());
            if (device().name().equals("cpu") && given.getValue().dtype() == entry.dtype()) {
                files.readAhead(entry);
            }
        }
        if (overlay != null) {
            overlay.base.readAhead();
        }
    }

    private List<String> below(String start) {
        String full = prefix + start;
        return files.names().tailSet(full, true).stream()
                .takeWhile(name -> name.startsWith(full))
                .toList();
    }

    /// How many bytes these tensors will take when all are given out.
    public long bytes() {
        return bytes("");
    }

    /// The same of those whose names start so.
    public long bytes(String start) {
        return below(start).stream().mapToLong(name -> bytes(files.known(name))).sum();
    }

    private long bytes(TensorEntry entry) {
        if (entry.dtype() == DType.I8 && !uses(entry).isEmpty()) {
            return entry.count() * compute.bytes(); // what is merged into int8 is int8 no more
        }
        return entry.count() * (converts(entry) && !keeps(entry) ? compute : entry.dtype()).bytes();
    }

    /// Size of one dimension of a tensor, without loading it.
    public long size(String name, int dim) throws WeightsException {
        TensorEntry entry = files.entry(prefix + name);
        long[] shape = shape(entry);
        if (dim >= shape.length) {
            throw new WeightsException("the tensor " + entry + " has no dimension " + dim);
        }
        return shape[dim];
    }

    private List<Use> uses(TensorEntry entry) {
        return overlay == null ? List.of() : overlay.changes.getOrDefault(entry.name(), List.of());
    }

    private long[] shape(TensorEntry entry) {
        long[] shape = entry.shape();
        for (Use use : uses(entry)) {
            shape = use.change.shape(shape);
        }
        return shape;
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

    /// The type that a model's own arithmetic rounds to, where a result hangs on that: bf16 for weights that are
    /// stored so or in float8, whatever is computed with.
    public DType rounding() {
        return files.holds(DType.BF16) || files.holds(DType.F8_E4M3) ? DType.BF16 : compute;
    }

    /// The file or folder, for messages.
    public Path source() {
        return files.source();
    }

    /// @param keep whether it stays in the type that it is stored in
    private Tensor load(TensorEntry entry, boolean keep) throws WeightsException {
        return mode.asStored || uses(entry).isEmpty() ? stored(entry, keep) : merged(entry, keep);
    }

    private Tensor merged(TensorEntry entry, boolean keep) throws WeightsException {
        return Scope.<WeightsException>scoped(() -> {
                    Tensor x = wide(entry);
                    for (Use use : uses(entry)) {
                        x = use.change.apply(x, use.strength);
                    }
                    Tensor rounded = entry.dtype() == DType.I8 ? x : x.to(entry.dtype());
                    return keep ? rounded : rounded.to(compute);
                })
                .keep();
    }

    /// A stored tensor in float32 on the device; of eight bits and a scale for each row what they stand for.
    private Tensor wide(TensorEntry entry) throws WeightsException {
        Tensor x;
        try (Tensor raw = files.load(entry)) {
            x = raw.to(device()).to(DType.F32);
        }
        if (entry.dtype() != DType.I8 || !files.has(entry.name() + Int8.SCALE)) {
            return x;
        }
        try (Tensor scale = files.load(files.entry(entry.name() + Int8.SCALE))) {
            return x.mul(scale.to(device()).to(DType.F32));
        }
    }

    /// Whether a matrix stays in the type that it is stored in, which is narrower than the one that is computed in.
    private boolean keeps(TensorEntry entry) {
        boolean narrow = entry.dtype() == DType.F8_E4M3 || entry.dtype() == DType.BF16 && compute == DType.F32;
        return mode.compact && narrow && entry.shape().length == 2;
    }

    private boolean converts(TensorEntry entry) {
        return !mode.asStored && entry.dtype().isFloating() && entry.dtype() != compute;
    }

    private Tensor stored(TensorEntry entry, boolean keep) throws WeightsException {
        Tensor raw = files.load(entry);
        boolean convert = converts(entry) && !keep;
        boolean move = !mode.asStored && !device().name().equals("cpu");
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

    /// Frees every tensor that was given out, and the mappings; of merged weights only what was merged, of borrowed
    /// ones what was borrowed.
    @Override
    public void close() {
        loaded.values().forEach(Tensor::close);
        loaded.clear();
        if (overlay == null && !mode.borrowed) {
            files.close();
        }
        if (overlay != null && mode.borrowed) {
            overlay.base.close();
        }
    }
}
