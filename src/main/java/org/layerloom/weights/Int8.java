package org.layerloom.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.layerloom.files.AtomicFiles;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// A checkpoint's matrices in eight bits a value and a scale for each row: half the memory of bf16.
///
/// They are made once, a piece of a matrix at a time, and kept in a file beside the checkpoint, or where nothing can
/// be written there in a folder of the program's. The file holds a hash of the checkpoint: with another checkpoint
/// it is made again. What is no matrix stays in the checkpoint's own files.
public final class Int8 {
    /// Added to a matrix's name, the scales of its rows.
    static final String SCALE = "_scale";

    private static final String SUFFIX = ".int8";
    private static final String SOURCE = "source.sha256";
    private static final long PIECE_VALUES = 16L << 20;
    private static final int NAME_DIGITS = 16;

    private final TensorFiles source;
    private final List<TensorEntry> matrices;
    private final Fingerprint fingerprint;
    private final Watch watch;

    /// Follows the making of the matrices, which takes minutes for a large model.
    @FunctionalInterface
    public interface Watch {
        /// So many of all values are done. May throw to stop: then nothing is left of it.
        void made(long done, long all);
    }

    private Int8(TensorFiles source, Predicate<String> which, Watch watch) throws WeightsException {
        this.source = source;
        this.watch = watch;
        matrices = matrices(source, which);
        fingerprint = Fingerprint.of(source);
    }

    private static List<TensorEntry> matrices(TensorFiles source, Predicate<String> which) throws WeightsException {
        List<TensorEntry> matrices = new ArrayList<>();
        for (String name : source.names()) {
            TensorEntry entry = source.entry(name);
            if (which.test(name) && entry.shape().length == 2 && entry.dtype().isFloating()) {
                matrices.add(entry);
            }
        }
        return matrices;
    }

    /// Names and sizes that the weights have once the matrices chosen by name are int8; nothing is made or loaded.
    ///
    /// @throws WeightsException if the checkpoint is broken
    public static Weights headers(Path checkpoint, DType compute, Predicate<String> which) throws WeightsException {
        TensorFiles source = TensorFiles.open(checkpoint, null);
        Map<String, TensorEntry> made = new LinkedHashMap<>();
        for (TensorEntry matrix : matrices(source, which)) {
            long[] scales = {matrix.shape()[0], 1};
            String scale = matrix.name() + SCALE;
            made.put(
                    matrix.name(),
                    TensorEntry.rowMajor(checkpoint, matrix.name(), DType.I8, matrix.shape(), 0, matrix.count()));
            made.put(scale, TensorEntry.rowMajor(checkpoint, scale, DType.F32, scales, 0, scales[0] * Float.BYTES));
        }
        return Weights.of(source.over(made), compute).compact();
    }

    /// Weights of which the matrices chosen by name are int8; makes their file where it is not there yet.
    ///
    /// @param checkpoint a safetensors file, or a folder with one or with shards
    /// @param otherwise  folder for the file if none can be written beside the checkpoint
    /// @param watch      is told while the file is made
    /// @throws WeightsException if the checkpoint is broken or the file cannot be written
    public static Weights open(
            Path checkpoint, Path otherwise, Device device, DType compute, Predicate<String> which, Watch watch)
            throws WeightsException {
        TensorFiles source = TensorFiles.open(checkpoint, device);
        try {
            Int8 int8 = new Int8(source, which, watch);
            Map<String, TensorEntry> made =
                    int8.entries(checkpoint.toAbsolutePath().normalize(), otherwise);
            return Weights.of(source.over(made), compute).compact();
        } catch (WeightsException | RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    private Map<String, TensorEntry> entries(Path checkpoint, Path otherwise) throws WeightsException {
        Path beside = checkpoint.resolveSibling(checkpoint.getFileName() + SUFFIX);
        Path apart = otherwise.resolve(fingerprint.text().substring(0, NAME_DIGITS) + SUFFIX);
        for (Path file : List.of(beside, apart)) {
            Map<String, TensorEntry> known = known(file);
            if (!known.isEmpty()) {
                return known;
            }
        }
        Path file = Files.isWritable(beside.getParent()) ? beside : apart;
        try {
            AtomicFiles.write(file, this::write);
        } catch (WeightsException e) {
            throw e;
        } catch (IOException e) {
            throw new WeightsException("the int8 weights cannot be kept: " + e.getMessage(), e);
        }
        return known(file);
    }

    /// The tensors of a file made from this very checkpoint; none if it is not there, another's or broken.
    private Map<String, TensorEntry> known(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try (TensorFiles files = TensorFiles.open(file, source.device())) {
            Map<String, TensorEntry> entries = new LinkedHashMap<>();
            for (String name : files.names()) {
                entries.put(name, files.entry(name));
            }
            TensorEntry mark = entries.remove(SOURCE);
            if (mark == null) {
                return Map.of();
            }
            try (Tensor held = files.load(mark)) {
                return fingerprint.equals(new Fingerprint(held.toBytes())) ? entries : Map.of();
            }
        } catch (WeightsException e) {
            return Map.of(); // cut off or not ours: it is made again
        }
    }

    private void write(OutputStream out) throws IOException {
        header().writeTo(out);
        long all = matrices.stream().mapToLong(TensorEntry::count).sum();
        long done = 0;
        for (TensorEntry matrix : matrices) {
            write(matrix, out, done, all);
            done += matrix.count();
            source.close(); // lets go of the pages read so far
        }
        out.write(fingerprint.bytes());
    }

    private void write(TensorEntry matrix, OutputStream out, long before, long all) throws IOException {
        long rows = matrix.shape()[0];
        long step = Math.max(1, PIECE_VALUES / Math.max(1, matrix.shape()[1]));
        ByteBuffer scales =
                ByteBuffer.allocate(Math.toIntExact(rows * Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        try (Tensor whole = source.load(matrix)) {
            for (long row = 0; row < rows; row += step) {
                long from = row;
                long to = Math.min(rows, row + step);
                watch.made(before + row * matrix.shape()[1], all);
                out.write(Scope.<byte[], RuntimeException>closing(() -> {
                    Tensor[] parts = Ops.quantizedRows(whole.slice(0, from, to).to(source.device()));
                    for (float scale : parts[1].toFloats()) {
                        scales.putFloat(scale);
                    }
                    return parts[0].toBytes();
                }));
            }
        }
        out.write(scales.array());
    }

    private SafeTensorsHeader header() {
        SafeTensorsHeader header = new SafeTensorsHeader();
        for (TensorEntry matrix : matrices) {
            header.add(matrix.name(), DType.I8, matrix.shape());
            header.add(matrix.name() + SCALE, DType.F32, matrix.shape()[0], 1);
        }
        header.add(SOURCE, DType.U8, fingerprint.bytes().length);
        return header;
    }
}
