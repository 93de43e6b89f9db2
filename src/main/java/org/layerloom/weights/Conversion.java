package org.layerloom.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.layerloom.files.AtomicFiles;

/// Writes what PyTorch saved as safetensors beside it, for programs that read those alone. Nothing here needs it:
/// PyTorch's files are read as they are.
public final class Conversion {
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
        SafeTensorsHeader header = new SafeTensorsHeader();
        header.format("pt");
        entries.forEach(entry -> header.add(entry.name(), entry.dtype(), entry.shape()));
        header.writeTo(out);
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
}
