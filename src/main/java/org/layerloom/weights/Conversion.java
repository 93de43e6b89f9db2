package org.layerloom.weights;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerloom.files.AtomicFiles;

/// Writes what PyTorch saved as safetensors beside it, for programs that read those alone. Nothing here needs it:
/// PyTorch's files are read as they are.
public final class Conversion {
    private static final int HEADER_UNIT = 8;

    private Conversion() {}

    /// Whether the file is called as PyTorch's files are.
    public static boolean isFor(Path file) {
        return TensorFormat.isTorchName(file);
    }

    /// The file that was written: of the same name, ending in `.safetensors`.
    ///
    /// @throws WeightsException if the source is missing or broken or holds anything but tensors
    /// @throws IOException      if there is such a file already, or it cannot be written
    public static Path convert(Path file) throws IOException {
        List<TensorEntry> entries = new ArrayList<>(TensorFormat.read(file).values());
        String name = file.getFileName().toString();
        Path target = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".safetensors");
        if (Files.exists(target)) {
            throw new WeightsException("the file " + target + " is there already: move it away first");
        }
        AtomicFiles.write(target, out -> write(entries, out));
        return target;
    }

    private static void write(List<TensorEntry> entries, OutputStream out) throws IOException {
        byte[] header = header(entries);
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .array());
        out.write(header);
        for (TensorEntry entry : entries) {
            if (entry.isRowMajor()) {
                copy(entry, out);
            } else if (entry.count() > 0) {
                out.write(TensorBytes.read(entry).array());
            }
        }
    }

    /// Of any size, a piece at a time.
    private static void copy(TensorEntry entry, OutputStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(entry.file(), StandardOpenOption.READ)) {
            long at = entry.start();
            long end = at + entry.count() * entry.dtype().bytes();
            while (at < end) {
                long moved = channel.transferTo(at, end - at, Channels.newChannel(out));
                if (moved <= 0) {
                    throw new IOException("the file " + entry.file() + " ends early");
                }
                at += moved;
            }
        }
    }

    private static byte[] header(List<TensorEntry> entries) {
        ObjectNode header = JsonMapper.builder().build().createObjectNode();
        header.putObject("__metadata__").put("format", "pt");
        long at = 0;
        for (TensorEntry entry : entries) {
            ObjectNode node =
                    header.putObject(entry.name()).put("dtype", entry.dtype().name());
            for (long size : entry.shape()) {
                node.withArray("shape").add(size);
            }
            if (entry.shape().length == 0) {
                node.putArray("shape");
            }
            long end = at + entry.count() * entry.dtype().bytes();
            node.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, Math.ceilDiv(text.length, HEADER_UNIT) * HEADER_UNIT);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }
}
