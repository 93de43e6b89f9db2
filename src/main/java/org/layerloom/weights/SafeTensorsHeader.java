package org.layerloom.weights;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.layerloom.tensor.DType;

/// The header of a safetensors file that is written: its tensors in the order in which their bytes follow.
final class SafeTensorsHeader {
    private static final int UNIT = 8;

    private final ObjectNode json = JsonMapper.builder().build().createObjectNode();
    private long end;

    /// Says where the file is from, as other programs ask for.
    void format(String name) {
        json.putObject("__metadata__").put("format", name);
    }

    /// One more tensor, row-major, right after the one before.
    void add(String name, DType dtype, long... shape) {
        long start = end;
        end += dtype.bytes() * Arrays.stream(shape).reduce(1, Math::multiplyExact);
        ObjectNode entry = json.putObject(name).put("dtype", dtype.name());
        ArrayNode sizes = entry.putArray("shape");
        Arrays.stream(shape).forEach(sizes::add);
        entry.putArray("data_offsets").add(start).add(end);
    }

    /// Its length and its text, filled up so that the first tensor is aligned.
    void writeTo(OutputStream out) throws IOException {
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, Math.ceilDiv(text.length, UNIT) * UNIT);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length)
                .array());
        out.write(padded);
    }
}
