package org.layerloom.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.weights.TorchObjects.Refusal;

/// The tensors of a file that PyTorch saved (`.pth`, `.pt`, `.ckpt`, `.bin`): an archive of stored entries, one of
/// them a pickle that says which tensor is which part of which entry. It is read as data ([Pickle]); the tensors
/// stay where they are in the file.
final class TorchFile {
    private static final String PICKLE = "data.pkl";
    private static final int MAX_PICKLE_BYTES = 64 << 20;
    /// Where training programs keep the weights beside other things.
    private static final List<String> WRAPPERS = List.of("model", "state_dict", "module");
    private static final int MAX_WRAPPERS = 4;
    /// How files begin that PyTorch before 1.6 wrote: a pickle of its magic number.
    private static final byte[] OLD_START = {(byte) 0x80, 2, (byte) 0x8a, 10, 0x6c, (byte) 0xfc, (byte) 0x9c, 0x46};

    private final Path file;
    private final FileChannel channel;
    private final Map<String, StoredZip.Span> spans;
    private final String root;

    private TorchFile(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        spans = StoredZip.read(file, channel);
        List<String> pickles = spans.keySet().stream()
                .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
                .toList();
        if (pickles.size() != 1) {
            throw refused("it is an archive without one " + PICKLE + ", so PyTorch did not save it");
        }
        root = pickles.getFirst().substring(0, pickles.getFirst().length() - PICKLE.length());
    }

    /// The tensors by name. Of a file that has none at its top, those of `model` or `state_dict` in it.
    ///
    /// @throws WeightsException if the file is broken, or holds anything but tensors and plain values
    static Map<String, TensorEntry> read(Path file, FileChannel channel) throws IOException {
        return new TorchFile(file, channel).entries();
    }

    /// Whether the file is of the time before PyTorch saved archives.
    static boolean isOld(FileChannel channel) throws IOException {
        return channel.size() > OLD_START.length
                && Arrays.equals(StoredZip.bytes(channel, 0, OLD_START.length).array(), OLD_START);
    }

    private Map<String, TensorEntry> entries() throws IOException {
        StoredZip.Span order = spans.get(root + "byteorder");
        if (order != null && !text(order).equals("little")) {
            throw refused("its numbers are not in little-endian order");
        }
        StoredZip.Span pickle = spans.get(root + PICKLE);
        if (pickle.bytes() > MAX_PICKLE_BYTES) {
            throw refused("its pickle is larger than " + MAX_PICKLE_BYTES + " bytes");
        }
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        try {
            Map<?, ?> tensors = tensors(Pickle.read(bytes(pickle).array()));
            for (Map.Entry<?, ?> entry : tensors.entrySet()) {
                if (entry.getKey() instanceof String name && entry.getValue() instanceof TorchTensor tensor) {
                    entries.put(name, entry(name, tensor));
                }
            }
        } catch (Refusal e) {
            throw refused(e.getMessage());
        }
        return entries;
    }

    private static Map<?, ?> tensors(Object top) throws Refusal {
        Object value = top;
        for (int depth = 0; depth <= MAX_WRAPPERS && value instanceof Map<?, ?> map; depth++) {
            if (map.values().stream().anyMatch(TorchTensor.class::isInstance)) {
                return map;
            }
            value = WRAPPERS.stream()
                    .map(map::get)
                    .filter(Map.class::isInstance)
                    .findFirst()
                    .orElse(null);
        }
        throw new Refusal("it holds no tensors by name");
    }

    private TensorEntry entry(String name, TorchTensor tensor) throws WeightsException {
        TorchTensor.Storage storage = tensor.storage();
        StoredZip.Span span = spans.get(root + "data/" + storage.key());
        if (span == null) {
            throw broken(name, "its storage data/" + storage.key() + " is missing");
        }
        if (storage.count() > span.bytes() / storage.dtype().bytes()) {
            throw broken(
                    name, "its storage claims " + storage.count() + " elements, but has " + span.bytes() + " bytes");
        }
        long needed;
        try {
            needed = Math.addExact(tensor.offset(), TensorEntry.span(tensor.shape(), tensor.strides()));
        } catch (ArithmeticException e) {
            throw broken(name, "its shape is too large");
        }
        if (needed > storage.count() || !fewer(storage.count(), tensor.shape())) {
            throw broken(name, "it reaches beyond its storage of " + storage.count() + " elements");
        }
        long bytes = storage.dtype().bytes();
        return new TensorEntry(
                file,
                name,
                storage.dtype(),
                tensor.shape(),
                tensor.strides(),
                span.start() + tensor.offset() * bytes,
                span.start() + needed * bytes);
    }

    /// Whether a tensor has no more elements than its storage: repeated ones would be made of nothing.
    private static boolean fewer(long storage, long... shape) {
        long count = 1;
        for (long side : shape) {
            if (side == 0) {
                return true;
            }
            if (count > storage / side) {
                return false;
            }
            count *= side;
        }
        return count <= storage;
    }

    private ByteBuffer bytes(StoredZip.Span span) throws IOException {
        return StoredZip.bytes(channel, span.start(), (int) span.bytes());
    }

    private String text(StoredZip.Span span) throws IOException {
        return span.bytes() > 64 ? "" : new String(bytes(span).array(), StandardCharsets.UTF_8).strip();
    }

    private WeightsException broken(String tensor, String why) {
        return new WeightsException(
                "the file " + file + " is broken at the tensor " + SafeTensors.shown(tensor + ": " + why));
    }

    private WeightsException refused(String why) {
        return new WeightsException("the file " + file + " cannot be read: " + SafeTensors.shown(why));
    }
}
