package org.layerloom.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// The tensors of one file or of a folder of shards, mapped into memory on first use.
///
/// A file is mapped once for each element type in it: a mapped tensor is then a view, which copies nothing.
final class TensorFiles implements AutoCloseable {
    private static final String INDEX_SUFFIX = ".safetensors.index.json";
    private static final String SUFFIX = ".safetensors";

    private static final int READ_AHEAD_BYTES = 1 << 20;
    private static final Pattern VARIANT = Pattern.compile("\\.(fp16|bf16|non_ema)\\.");

    private final Path source;
    private final Device device;
    private final TreeMap<String, TensorEntry> entries;
    private final Map<Path, Map<DType, Tensor>> maps = new HashMap<>();

    /// @param entries by name, all of files at or below `source`
    TensorFiles(Path source, Device device, Map<String, TensorEntry> entries) {
        this.source = source;
        this.device = device;
        this.entries = new TreeMap<>(entries);
    }

    /// A file of safetensors or of PyTorch, or a folder with one safetensors file or with shards and their index.
    static TensorFiles open(Path path, Device device) throws WeightsException {
        if (Files.isRegularFile(path)) {
            return new TensorFiles(path, device, TensorFormat.read(path));
        }
        if (!Files.isDirectory(path)) {
            throw new WeightsException("the weights " + path + " are missing" + Downloads.hint(path));
        }
        List<Path> indexes = endingIn(path, INDEX_SUFFIX);
        if (indexes.size() == 1) {
            return new TensorFiles(path, device, shards(path, indexes.getFirst()));
        }
        List<Path> files = withoutVariants(endingIn(path, SUFFIX));
        if (indexes.isEmpty() && files.size() == 1) {
            return new TensorFiles(path, device, TensorFormat.read(files.getFirst()));
        }
        throw new WeightsException("the folder " + path + " has " + files.size() + " safetensors files and "
                + indexes.size() + " indexes: it must have one file, or shards and one index"
                + Downloads.hint(path.resolve(SUFFIX)));
    }

    private static List<Path> endingIn(Path folder, String suffix) throws WeightsException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WeightsException("the folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Of several files those that are not named as another form of the same weights, where there are such.
    private static List<Path> withoutVariants(List<Path> files) {
        List<Path> plain = files.stream()
                .filter(file -> !VARIANT.matcher(file.getFileName().toString()).find())
                .toList();
        return plain.isEmpty() ? files : plain;
    }

    private static Map<String, TensorEntry> shards(Path folder, Path index) throws WeightsException {
        Config map = Config.read(index).object("weight_map");
        if (!map.node().isObject()) {
            throw new WeightsException("the file " + index + " is broken: it has no weight_map");
        }
        Map<String, Map<String, TensorEntry>> files = new HashMap<>();
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        Iterator<String> names = map.node().fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            String shard = map.text(name, "");
            Path file = folder.resolve(shard).normalize();
            if (!folder.normalize().equals(file.getParent())) {
                throw new WeightsException("the file " + index + " is broken: the tensor " + name
                        + " lies outside the folder, in " + shard);
            }
            if (!files.containsKey(shard)) {
                files.put(shard, TensorFormat.read(file));
            }
            TensorEntry entry = files.get(shard).get(name);
            if (entry == null) {
                throw new WeightsException(
                        "no tensor " + name + " in " + file + ", where the index " + index + " says it is");
            }
            entries.put(name, entry);
        }
        return entries;
    }

    /// The same tensors under other names.
    TensorFiles renamed(UnaryOperator<TensorEntry> rename) {
        Map<String, TensorEntry> renamed = new HashMap<>();
        entries.values().stream().map(rename).forEach(entry -> renamed.put(entry.name(), entry));
        return new TensorFiles(source, device, renamed);
    }

    TensorEntry entry(String name) throws WeightsException {
        TensorEntry entry = entries.get(name);
        if (entry == null) {
            throw new WeightsException("no tensor " + name + " in " + source);
        }
        return entry;
    }

    /// Of a name that is there.
    TensorEntry known(String name) {
        return entries.get(name);
    }

    /// These tensors, of which some are replaced by, and others added from, more files.
    TensorFiles over(Map<String, TensorEntry> others) {
        Map<String, TensorEntry> all = new HashMap<>(entries);
        all.putAll(others);
        return new TensorFiles(source, device, all);
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    boolean holds(DType dtype) {
        return entries.values().stream().anyMatch(entry -> entry.dtype() == dtype);
    }

    NavigableSet<String> names() {
        return entries.navigableKeySet();
    }

    /// The tensor in its file's type, on the host; outside any scope.
    Tensor load(TensorEntry entry) throws WeightsException {
        if (entry.count() == 0) {
            return device.zeros(entry.shape()).keep();
        }
        // A mapping can only be cut at whole elements that lie one after the other.
        if (!entry.isRowMajor() || entry.start() % entry.dtype().bytes() != 0) {
            return device.tensor(TensorBytes.read(entry), entry.dtype(), entry.shape())
                    .keep();
        }
        Tensor flat = mapped(entry.file(), entry.dtype());
        return flat.piece(entry.start() / entry.dtype().bytes(), entry.count(), entry.shape())
                .keep();
    }

    /// Has the system read a tensor's bytes into its file cache.
    void readAhead(TensorEntry entry) throws WeightsException {
        try (FileChannel channel = FileChannel.open(entry.file(), StandardOpenOption.READ)) {
            ByteBuffer piece = ByteBuffer.allocateDirect(READ_AHEAD_BYTES);
            long at = entry.start();
            while (at < entry.end()) {
                piece.clear().limit((int) Math.min(READ_AHEAD_BYTES, entry.end() - at));
                int read = channel.read(piece, at);
                if (read < 0) {
                    throw new IOException("it ends early");
                }
                at += read;
            }
        } catch (IOException e) {
            throw new WeightsException("the file " + entry.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private synchronized Tensor mapped(Path file, DType dtype) throws WeightsException {
        Map<DType, Tensor> byType = maps.computeIfAbsent(file, key -> new EnumMap<>(DType.class));
        if (!byType.containsKey(dtype)) {
            try {
                byType.put(
                        dtype,
                        device.map(file, Files.size(file) / dtype.bytes(), dtype)
                                .keep());
            } catch (IOException e) {
                throw new WeightsException("the file " + file + " cannot be read: " + e.getMessage(), e);
            }
        }
        return byType.get(dtype);
    }

    Path source() {
        return source;
    }

    Device device() {
        return device;
    }

    /// Forgets the mappings; tensors cut from them stay valid.
    @Override
    public synchronized void close() {
        maps.values().forEach(byType -> byType.values().forEach(Tensor::close));
        maps.clear();
    }
}
