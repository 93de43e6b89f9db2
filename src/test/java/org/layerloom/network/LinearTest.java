package org.layerloom.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.SafeTensorsFile;
import org.layerloom.weights.Weights;

/// In which type a matrix is held, and what comes of it.
class LinearTest {
    private static final String FLOAT8 = "{\"weight\":{\"dtype\":\"F8_E4M3\",\"shape\":[2,2],\"data_offsets\":[0,4]},"
            + "\"bias\":{\"dtype\":\"F8_E4M3\",\"shape\":[2],\"data_offsets\":[4,6]}}";
    /// 1, 2, -1, 0.5; 1, 1.
    private static final byte[] VALUES = {0x38, 0x40, (byte) 0xb8, 0x30, 0x38, 0x38};

    @TempDir
    private Path folder;

    @Test
    void compactWeightsKeepFloat8MatricesAndGiveTheSameProduct() throws IOException {
        Path file = SafeTensorsFile.write(folder.resolve("w.safetensors"), FLOAT8, VALUES);
        assertThat(Weights.computeType(file, "cpu")).isEqualTo(DType.BF16);
        try (Device device = Device.cpu();
                Weights wide = Weights.open(file, device, DType.BF16);
                Weights compact = Weights.open(file, device, DType.BF16).compact()) {
            Tensor x = device.tensor(new float[] {10, 1}, 1, 2).to(DType.BF16);
            Linear kept = Linear.load(compact, 2, 2);
            assertThat(kept.weight().dtype()).isEqualTo(DType.F8_E4M3);
            assertThat(kept.bias().dtype()).isEqualTo(DType.BF16);
            assertThat(compact.bytes()).isEqualTo(8);
            assertThat(wide.bytes()).isEqualTo(12);
            assertThat(kept.forward(x).toFloats()).containsExactly(13, -8.5f);
            assertThat(Linear.load(wide, 2, 2).forward(x).toFloats()).containsExactly(13, -8.5f);
        }
    }

    @Test
    void compactBf16MatricesAreWidenedWhereFloat32IsComputedWith() throws IOException {
        String header = "{\"weight\":{\"dtype\":\"BF16\",\"shape\":[1,2],\"data_offsets\":[0,4]},"
                + "\"bias\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[4,6]}}";
        byte[] values = {(byte) 0x80, 0x3f, 0x00, 0x40, (byte) 0x80, 0x3f}; // 1, 2; 1
        Path file = SafeTensorsFile.write(folder.resolve("w.safetensors"), header, values);
        try (Device device = Device.cpu();
                Weights compact = Weights.open(file, device, DType.F32).compact()) {
            Linear kept = Linear.load(compact, 1, 2);
            assertThat(kept.weight().dtype()).isEqualTo(DType.BF16);
            assertThat(kept.bias().dtype()).isEqualTo(DType.F32);
            assertThat(compact.rounding()).isEqualTo(DType.BF16);
            float fine = 1.0009765625f; // not a number of bf16
            assertThat(kept.forward(device.tensor(new float[] {fine, 1}, 1, 2)).toFloats())
                    .containsExactly(fine + 3);
        }
    }
}
