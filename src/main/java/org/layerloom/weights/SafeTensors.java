package org.layerloom.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.tensor.DType;
import org.layerloom.words.Shown;

/// The header of one safetensors file, checked: 8 bytes of length, JSON, then the tensors' bytes without gap or
/// overlap.
///
/// Nothing in the file is trusted: lengths, offsets, types and shapes are held against each other and against the
/// file's size. Source: https://github.com/huggingface/safetensors#format
final class SafeTensors {
    private static final long MAX_HEADER_BYTES = 100L << 20;
    private static final int LENGTH_BYTES = 8;
    private static final String NOTES = "__metadata__";
    private static final int MAX_SHOWN = 300;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final long size;
    private long dataBytes; // after the header
    private final Map<String, TensorEntry> entries = new LinkedHashMap<>();

    private SafeTensors(Path file, long size) {
        this.file = file;
        this.size = size;
    }

    /// Reads and checks the header: the tensors by name, in the file's order.
    static Map<String, TensorEntry> read(Path file, FileChannel channel) throws IOException {
        SafeTensors reader = new SafeTensors(file, channel.size());
        reader.readHeader(channel);
        return reader.entries;
    }

    /// What a file says of itself beside its tensors, as far as it is text: who made it, under which licence.
    static Map<String, String> notes(Path file, FileChannel channel) throws IOException {
        Map<String, String> notes = new LinkedHashMap<>();
        new SafeTensors(file, channel.size())
                .header(channel)
                .path(NOTES)
                .properties()
                .forEach(note ->
                        notes.put(note.getKey(), Shown.of(note.getValue().asText(), MAX_SHOWN)));
        return notes;
    }

    private void readHeader(FileChannel channel) throws IOException {
        JsonNode header = header(channel);
        long dataStart = size - dataBytes;
        for (Map.Entry<String, JsonNode> field : header.properties()) {
            if (!field.getKey().equals(NOTES)) {
                entries.put(field.getKey(), entry(field.getKey(), field.getValue(), dataStart));
            }
        }
        checkCover(dataStart);
    }

    private JsonNode header(FileChannel channel) throws IOException {
        if (size < LENGTH_BYTES) {
            throw broken("it is " + size + " bytes long, shorter than any safetensors file");
        }
        long length = StoredZip.bytes(channel, 0, LENGTH_BYTES).getLong();
        if (length < 0 || length > MAX_HEADER_BYTES) {
            throw broken("its header claims " + Long.toUnsignedString(length) + " bytes, more than " + MAX_HEADER_BYTES
                    + " are allowed");
        }
        if (length > size - LENGTH_BYTES) {
            throw broken("its header claims " + length + " bytes, but the file has only " + size);
        }
        dataBytes = size - LENGTH_BYTES - length;
        return parse(StoredZip.bytes(channel, LENGTH_BYTES, (int) length).array());
    }

    private JsonNode parse(byte[] header) throws IOException {
        try {
            JsonNode node = JSON.readTree(header);
            if (!node.isObject()) {
                throw broken("its header is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw broken("its header is not JSON (" + e.getOriginalMessage() + ")");
        }
    }

    private TensorEntry entry(String name, JsonNode node, long dataStart) throws WeightsException {
        DType dtype = dtype(name, node.path("dtype").asText());
        long[] shape = integers(name, "shape", node.path("shape"));
        long[] offsets = integers(name, "data_offsets", node.path("data_offsets"));
        long available = size - dataStart;
        if (offsets.length != 2 || offsets[0] > offsets[1]) {
            throw broken(name, "its data_offsets are not a start and an end");
        }
        if (offsets[1] > available) {
            throw broken(
                    name,
                    "it ends at byte " + offsets[1] + ", but the file has only " + available
                            + " bytes of data (truncated?)");
        }
        long wanted = dtype.bytes();
        for (long length : shape) {
            wanted = Math.multiplyHigh(wanted, length) == 0 ? wanted * length : -1;
            if (wanted < 0) {
                throw broken(name, "its shape is too large");
            }
        }
        if (wanted != offsets[1] - offsets[0]) {
            throw broken(name, "its shape and type need " + wanted + " bytes, but it has " + (offsets[1] - offsets[0]));
        }
        return TensorEntry.rowMajor(file, name, dtype, shape, dataStart + offsets[0], dataStart + offsets[1]);
    }

    private DType dtype(String name, String text) throws WeightsException {
        return switch (text) {
            case "F64" -> DType.F64;
            case "F32" -> DType.F32;
            case "F16" -> DType.F16;
            case "BF16" -> DType.BF16;
            case "F8_E4M3" -> DType.F8_E4M3;
            case "I64" -> DType.I64;
            case "I32" -> DType.I32;
            case "I16" -> DType.I16;
            case "I8" -> DType.I8;
            case "U8" -> DType.U8;
            case "BOOL" -> DType.BOOL;
            default -> throw broken(name, "its type \"" + text + "\" is not known");
        };
    }

    private long[] integers(String name, String field, JsonNode node) throws WeightsException {
        if (!node.isArray()) {
            throw broken(name, "its " + field + " is not a list");
        }
        long[] values = new long[node.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = node.get(i);
            if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
                throw broken(name, "its " + field + " holds " + value + ", not a whole number from 0");
            }
            values[i] = value.asLong();
        }
        return values;
    }

    /// The tensors must lie one after the other and fill the file to its end.
    private void checkCover(long dataStart) throws WeightsException {
        List<TensorEntry> ordered = new ArrayList<>(entries.values());
        ordered.sort(Comparator.comparingLong(TensorEntry::start).thenComparingLong(TensorEntry::end));
        long position = dataStart;
        for (TensorEntry entry : ordered) {
            if (entry.start() < position) {
                throw broken(entry.name(), "it overlaps the tensor before it");
            }
            if (entry.start() > position) {
                throw broken(entry.name(), "there is a hole of " + (entry.start() - position) + " bytes before it");
            }
            position = entry.end();
        }
        if (position != size) {
            throw broken((size - position) + " bytes at its end belong to no tensor");
        }
    }

    private WeightsException broken(String why) {
        return new WeightsException("the file " + file + " is broken: " + shown(why));
    }

    private WeightsException broken(String tensor, String why) {
        return new WeightsException("the file " + file + " is broken at the tensor " + shown(tensor + ": " + why));
    }

    /// Text that came from the file, as it may stand in a sentence.
    static String shown(String text) {
        return Shown.of(text, MAX_SHOWN);
    }
}
