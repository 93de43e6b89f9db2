package org.layerloom.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Collects float32 tensors and writes them as PyTorch saves a dictionary of them.
public final class TorchWriter {
    private final ByteArrayOutputStream items = new ByteArrayOutputStream();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private int count;

    public TorchWriter add(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        entries.put("archive/data/" + count, bytes.array());
        text(name);
        items.writeBytes(latin("ctorch._utils\n_rebuild_tensor_v2\n(("));
        text("storage");
        items.writeBytes(latin("ctorch\nFloatStorage\n"));
        text(String.valueOf(count++));
        text("cpu");
        number(values.length);
        items.writeBytes(latin("tQK\0("));
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        numbers(shape);
        items.writeBytes(latin("t("));
        numbers(strides);
        items.write('t');
        items.write(0x89);
        items.writeBytes(latin("ccollections\nOrderedDict\n)RtR"));
        return this;
    }

    /// @param wrapper key under which the dictionary lies; null = it is the whole
    public Path write(Path file, String wrapper) throws IOException {
        ByteArrayOutputStream tensors = new ByteArrayOutputStream();
        tensors.writeBytes(latin("}("));
        tensors.writeBytes(items.toByteArray());
        tensors.write('u');
        byte[] dictionary = tensors.toByteArray();
        tensors.reset();
        tensors.write(0x80);
        tensors.write(2);
        if (wrapper != null) {
            items.reset();
            text(wrapper);
            tensors.writeBytes(latin("}"));
            tensors.writeBytes(items.toByteArray());
        }
        tensors.writeBytes(dictionary);
        tensors.writeBytes(latin(wrapper == null ? "." : "s."));
        entries.put("archive/data.pkl", tensors.toByteArray());
        try (OutputStream out = Files.newOutputStream(file)) {
            StoredZipWriter.write(out, entries);
        }
        return file;
    }

    private void numbers(long... values) {
        for (long value : values) {
            number((int) value);
        }
    }

    private void number(int value) {
        items.write('J');
        items.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        items.write('X');
        items.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .array());
        items.writeBytes(bytes);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
