package org.layerloom.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.layerloom.tensor.Tensor;

/// Collects float32 tensors and writes them as one safetensors file.
public final class TensorWriter {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<String> header = new ArrayList<>();

    public TensorWriter add(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        int start = data.size();
        data.writeBytes(bytes.array());
        header.add("\"%s\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                .formatted(
                        name,
                        Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(",")),
                        start,
                        data.size()));
        return this;
    }

    public TensorWriter add(String name, Tensor tensor) {
        return add(name, tensor.toFloats(), tensor.shape());
    }

    public Path write(Path file) throws IOException {
        return SafeTensorsFile.write(file, "{" + String.join(",", header) + "}", data.toByteArray());
    }
}
