package org.layerloom.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Weights are found by name, checked by shape, converted once, and owned by the object that gave them out.
class WeightsTest {
    private static Device device;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        device = Device.cpu();
    }

    @AfterAll
    static void close() {
        device.close();
    }

    private static String entry(String name, String dtype, String shape, int start, int end) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, dtype, shape, start, end);
    }

    private static String padded(String header) {
        return header + " ".repeat((8 - header.length() % 8) % 8);
    }

    @Test
    void tensorsAreFoundBelowPrefixesAndCheckedByShape() throws IOException {
        String header = padded("{" + entry("b.0.w", "F32", "[1,2]", 0, 8) + "," + entry("b.1.w", "F32", "[2]", 8, 16)
                + "," + entry("b.10", "F32", "[0]", 16, 16) + "}");
        Path file = SafeTensorsFile.write(folder.resolve("m.safetensors"), header, SafeTensorsFile.floats(1, 2, 3, 4));
        try (Weights weights = Weights.open(folder, device, DType.F32)) {
            assertThat(weights.count("b.%d")).isEqualTo(2);
            assertThat(weights.has("b.2.w")).isFalse();
            assertThat(weights.at("b.1").get("w", 2).toFloats()).containsExactly(3, 4);
            assertThat(weights.at("b").at("0").get("w", -1, 2)).isSameAs(weights.get("b.0.w"));
            assertThat(weights.at("b").get("10").shape()).containsExactly(0);
            assertThat(weights.size("b.0.w", 1)).isEqualTo(2);
            assertThatThrownBy(() -> weights.get("b.0.w", 2, 2))
                    .hasMessage("the tensor b.0.w in " + file
                            + " has the shape [1, 2], but the model's config needs [2, 2]");
            assertThatThrownBy(() -> weights.at("b.7").get("w")).hasMessage("no tensor b.7.w in " + folder);
        }
    }

    @Test
    void floatsBecomeTheComputeTypeAndIntegersStay() throws IOException {
        String header = padded("{" + entry("half", "F16", "[2]", 0, 4) + "," + entry("brain", "BF16", "[1]", 4, 6) + ","
                + entry("bytes", "U8", "[3]", 6, 9) + "," + entry("odd", "F32", "[1]", 9, 13) + "}");
        byte[] data = {0, 0x3c, 0, (byte) 0xc0, (byte) 0x80, 0x3f, 7, 8, (byte) 255, 0, 0, (byte) 0x80, 0x3f};
        Path file = SafeTensorsFile.write(folder.resolve("m.safetensors"), header, data);
        Weights weights = Weights.open(file, device, DType.F32);
        Tensor half = weights.get("half", 2);
        assertThat(half.toFloats()).containsExactly(1, -2);
        assertThat(half.dtype()).isEqualTo(DType.F32);
        assertThat(weights.get("brain").toFloats()).containsExactly(1);
        assertThat(weights.get("bytes").dtype()).isEqualTo(DType.U8);
        assertThat(weights.get("bytes").toLongs()).containsExactly(7, 8, 255);
        assertThat(weights.get("odd").toFloats()).containsExactly(1); // starts between two floats
        weights.unmap();
        assertThat(weights.get("bytes").toLongs()).containsExactly(7, 8, 255);
        weights.close();
        assertThatThrownBy(half::toFloats).isInstanceOf(IllegalStateException.class);
        assertThat(Files.size(file)).isEqualTo(8 + header.length() + 13);
    }

    @Test
    void shardsAreReadThroughTheirIndex() throws IOException {
        SafeTensorsFile.write(
                folder.resolve("m-1.safetensors"),
                padded("{" + entry("a", "F32", "[1]", 0, 4) + "}"),
                SafeTensorsFile.floats(1));
        SafeTensorsFile.write(
                folder.resolve("m-2.safetensors"),
                padded("{" + entry("b", "F32", "[1]", 0, 4) + "}"),
                SafeTensorsFile.floats(2));
        assertThatThrownBy(() -> Weights.open(folder, device, DType.F32))
                .hasMessageContaining("has 2 safetensors files and 0 indexes");
        Path index = folder.resolve("m.safetensors.index.json");
        Files.writeString(index, "{\"weight_map\":{\"a\":\"m-1.safetensors\",\"b\":\"m-2.safetensors\"}}");
        try (Weights weights = Weights.open(folder, device, DType.F32)) {
            assertThat(weights.get("a").toFloats()).containsExactly(1);
            assertThat(weights.get("b").toFloats()).containsExactly(2);
        }
    }

    @Test
    void anIndexThatLiesIsRefused() throws IOException {
        SafeTensorsFile.write(folder.resolve("m-1.safetensors"), "{}");
        Path index = folder.resolve("m.safetensors.index.json");
        Files.writeString(index, "{\"weight_map\":{\"a\":\"m-1.safetensors\"}}");
        assertThatThrownBy(() -> Weights.open(folder, device, DType.F32)).hasMessageContaining("no tensor a in");
        Files.writeString(index, "{\"weight_map\":{\"a\":\"m-9.safetensors\"}}");
        assertThatThrownBy(() -> Weights.open(folder, device, DType.F32))
                .hasMessage("the file " + folder.resolve("m-9.safetensors") + " is missing");
        Files.writeString(index, "{\"weight_map\":{\"a\":\"../m-1.safetensors\"}}");
        assertThatThrownBy(() -> Weights.open(folder, device, DType.F32))
                .hasMessageContaining("lies outside the folder");
        Files.writeString(index, "{}");
        assertThatThrownBy(() -> Weights.open(folder, device, DType.F32)).hasMessageContaining("has no weight_map");
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> Weights.open(none, device, DType.F32))
                .hasMessage("the weights " + none + " are missing");
    }

    @Test
    void configsNameFileKeyAndWhatTheyNeed() throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), "{\"n\":-1,\"f\":0.5,\"axes\":[4,6],\"on\":1}");
        Config config = Config.read(file);
        assertThat(config.number("f")).isEqualTo(0.5);
        assertThat(config.integers("axes")).containsExactly(4, 6);
        assertThat(config.integer("none", 3)).isEqualTo(3);
        assertThatThrownBy(() -> config.integer("n"))
                .hasMessage("the file " + file + " is broken: n is -1, but must be a whole number from 0 to 1000000");
        assertThatThrownBy(() -> config.integer("none"))
                .hasMessageContaining("none is missing, but must be a whole number from 1");
        assertThatThrownBy(() -> config.flag("on", false)).hasMessageContaining("on is 1, but must be true or false");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> Config.read(file)).hasMessage("the file " + file + " is broken: it is not JSON");
        assertThatThrownBy(() -> new ModelFolder(folder).index())
                .hasMessage("the file " + folder.resolve("model_index.json") + " is missing");
    }
}
