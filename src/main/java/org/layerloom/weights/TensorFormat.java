package org.layerloom.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The formats that tensors lie in, told by how a file begins: safetensors, and what PyTorch saves.
final class TensorFormat {
    private static final Set<String> TORCH_ENDINGS = Set.of("pth", "pt", "ckpt", "bin");

    private TensorFormat() {}

    /// Whether the file's name is one that PyTorch's files have.
    static boolean isTorchName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return TORCH_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean begins(FileChannel channel, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return channel.size() > Math.max(wanted.length, Long.BYTES)
                && Arrays.equals(StoredZip.bytes(channel, 0, wanted.length).array(), wanted)
                && StoredZip.bytes(channel, 0, Long.BYTES).getLong() > channel.size();
    }

    /// The tensors of a file by name, from its header alone.
    ///
    /// @throws WeightsException if it is missing, broken, or of another format
    static Map<String, TensorEntry> read(Path file) throws WeightsException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (StoredZip.begins(channel)) {
                return TorchFile.read(file, channel);
            }
            if (TorchFile.isOld(channel)) {
                throw new WeightsException("the file " + file + " is in PyTorch's format of before version 1.6, which"
                        + " is not read: save it with a newer PyTorch, or as safetensors");
            }
            if (isTorchName(file)) {
                throw new WeightsException(
                        "the file " + file + " is broken: it is no archive that PyTorch saved" + " (truncated?)");
            }
            if (begins(channel, "version https://git-lfs")) {
                throw new WeightsException(
                        "the file " + file + " is broken: it is a pointer of Git LFS, not the file" + " itself");
            }
            if (begins(channel, "<")) {
                throw new WeightsException("the file " + file + " is broken: it is a web page, not the file itself");
            }
            return SafeTensors.read(file, channel);
        } catch (WeightsException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new WeightsException("the file " + file + " is missing" + Downloads.hint(file), e);
        } catch (IOException e) {
            throw new WeightsException("the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
