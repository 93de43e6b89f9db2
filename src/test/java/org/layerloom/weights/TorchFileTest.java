package org.layerloom.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;

/// What PyTorch saved is read as data: every type and every view of a storage; whatever else a file asks for is
/// refused in one sentence and never done.
class TorchFileTest {
    private static final Path FILES = Path.of("src/test/resources/golden/torch");

    private static Device device;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        device = Device.cpu();
    }

    @AfterAll
    static void close() {
        device.close();
    }

    private static float[] floats(Weights weights, String name, long... shape) throws IOException {
        return weights.get(name, shape).to(DType.F32).toFloats();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "F8_E4M3")
    void everyElementTypeIsRead(DType type) throws IOException {
        Map<DType, String> names = Map.of(
                DType.F64,
                "float64",
                DType.F32,
                "float32",
                DType.F16,
                "float16",
                DType.BF16,
                "bfloat16",
                DType.I64,
                "int64",
                DType.I32,
                "int32",
                DType.I16,
                "int16",
                DType.I8,
                "int8",
                DType.U8,
                "uint8",
                DType.BOOL,
                "bool");
        try (Weights weights = Weights.open(FILES.resolve("types.pth"), device, DType.F32)) {
            float[] expected = type == DType.BOOL ? new float[] {0, 1, 1, 1} : new float[] {0, 1, 2, 3};
            assertThat(floats(weights, names.get(type), 2, 2)).containsExactly(expected);
        }
    }

    @Test
    void viewsOfAStorageHaveTheirOwnElementsInTheirOwnOrder() throws IOException {
        try (Weights weights = Weights.open(FILES.resolve("views.pt"), device, DType.F32)) {
            assertThat(floats(weights, "rows", 2, 6)).containsExactly(6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
            assertThat(floats(weights, "columns", 4, 2)).containsExactly(2, 3, 8, 9, 14, 15, 20, 21);
            assertThat(floats(weights, "steps", 2, 2)).containsExactly(0, 3, 12, 15);
            assertThat(floats(weights, "turned", 6, 4)).startsWith(0, 6, 12, 18, 1, 7);
            assertThat(weights.get("cube", 4, 2, 3).toLongs()).startsWith(0, 4, 8, 12, 16, 20, 1);
            assertThat(floats(weights, "scalar")).containsExactly(7.5f);
            assertThat(weights.get("empty", 0, 3).count()).isZero();
            assertThat(floats(weights, "parameter", 2)).containsExactly(1, -2);
            assertThat(floats(weights, "whole", 4, 6)).hasSize(24).endsWith(23);
        }
    }

    @Test
    void theWeightsOfATrainingCheckpointAreThoseUnderModel() throws IOException {
        Map<String, TensorEntry> entries = TensorFormat.read(FILES.resolve("nested.ckpt"));
        assertThat(entries).containsOnlyKeys("weight", "bias");
        assertThat(TensorFormat.read(FILES.resolve("protocol4.pt"))).containsOnlyKeys("a");
    }

    @Test
    void theLayerEmbeddingsOfTheReferenceAreThoseOfItsMergedCheckpoint() throws IOException {
        try (Weights saved = Weights.open(GoldenTensors.art().resolve("raw/layer_pe.pth"), device, DType.F32);
                Weights merged = GoldenTensors.artCheckpoint().weights("transformer", device, DType.F32)) {
            assertThat(saved.get("layer_pe").toFloats())
                    .containsExactly(merged.get("layer_pe").toFloats());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "old.pt | is in PyTorch's format of before version 1.6, which is not read: save it with a newer PyTorch",
                "attack.pt | it asks for posix.system, and only tensors are read from such files: save its weights alone",
                "expanded.pt | is broken at the tensor a: it reaches beyond its storage of 1 elements",
                "list.pt | it holds no tensors by name",
                "program.pt | is packed, which entries of weights never are (is it a program, TorchScript?)",
            })
    void whatHoldsMoreOrLessThanTensorsIsRefusedInASentence(String name, String why) {
        Path file = FILES.resolve(name);
        assertThatThrownBy(() -> TensorFormat.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(file.toString(), why)
                .hasMessageNotContaining("\n");
        assertThat(Path.of("attacked")).doesNotExist();
    }

    @Test
    void aFileThatWasCutIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve("views.pt"));
        Path cut = folder.resolve("cut.pt");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 100));
        assertThatThrownBy(() -> TensorFormat.read(cut)).hasMessageContaining("its directory is missing (truncated?)");
        Files.write(cut, new byte[40]);
        assertThatThrownBy(() -> TensorFormat.read(cut)).hasMessageContaining("no archive that PyTorch saved");
    }

    /// Pickles that a file of PyTorch may claim to be.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cbuiltins~eval~.     | asks for builtins.eval",
                "ctorch.hub~load~.    | asks for torch.hub.load",
                "}(K\u0001K\u0002i    | opcode 0x69",
                "}R.                  | takes what it never put",
                "}}R.                 | calls what is no function",
                "ccollections~OrderedDict~(K\u0001tR. | makes a dictionary of something",
                "ctorch~FloatStorage~)R. | calls torch.FloatStorage, which is no function",
                "h\u0007.             | recalls what it never said",
                "u.                   | ends what it never began",
                "}(]K\u0001u.         | keys that are neither texts nor numbers",
                "]K\u0001s.           | takes what it never put",
                "}]K\u0001b.          | what is no dictionary",
                "X~~~~ab.             | its pickle ends early",
                "}                    | its pickle ends early",
                "(K\u0001Q            | is no storage of a known kind",
            })
    void picklesOfAnythingElseAreRefused(String pickle, String why) {
        byte[] bytes = pickle.replace('~', '\n').getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Pickle.read(bytes))
                .isInstanceOf(TorchObjects.Refusal.class)
                .hasMessageContaining(why);
    }

    @Test
    void aPickleThatGoesOnAndOnIsStopped() {
        byte[] bytes = new byte[5_000_000];
        Arrays.fill(bytes, (byte) 'N');
        assertThatThrownBy(() -> Pickle.read(bytes)).hasMessageContaining("more than 4000000 steps");
    }

    @Test
    void tensorsThatReachBeyondTheirStorageAreRefused() throws IOException {
        refuseTensor(0, 5, 1, "it reaches beyond its storage of 4 elements");
        refuseTensor(2, 3, 1, "it reaches beyond its storage of 4 elements");
        refuseTensor(0, 2, 4, "it reaches beyond its storage of 4 elements");
        refuseTensor(0, Integer.MAX_VALUE, Integer.MAX_VALUE, "it reaches beyond its storage of 4 elements");
        assertThat(TensorFormat.read(archive(pickle(0, 2, 3, 4), 16)).get("a").strides())
                .containsExactly(3);
        Path claimed = archive(pickle(0, 2, 1, 9), 16);
        assertThatThrownBy(() -> TensorFormat.read(claimed))
                .hasMessageContaining("its storage claims 9 elements, but has 16 bytes");
    }

    private void refuseTensor(int offset, int size, int stride, String why) throws IOException {
        Path file = archive(pickle(offset, size, stride, 4), 16);
        assertThatThrownBy(() -> TensorFormat.read(file)).hasMessageContaining(why);
    }

    /// `{"a": a vector}` of a storage of float32.
    private static byte[] pickle(int offset, int size, int stride, int stored) {
        ByteBuffer bytes = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(latin("}X\1\0\0\0actorch._utils\n_rebuild_tensor_v2\n((X\7\0\0\0storagectorch\nFloatStorage\n"));
        bytes.put(latin("X\1\0\0\0000X\3\0\0\0cpuJ"))
                .putInt(stored)
                .put(latin("tQJ"))
                .putInt(offset);
        bytes.put(latin("J")).putInt(size).put((byte) 0x85);
        bytes.put(latin("J")).putInt(stride).put((byte) 0x85).put((byte) 0x89);
        bytes.put(latin("NtRs."));
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Path archive(byte[] pickle, int storageBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoredZipWriter.write(out, Map.of("m/data.pkl", pickle, "m/data/0", new byte[storageBytes]));
        return Files.write(folder.resolve("made.pt"), out.toByteArray());
    }

    @Test
    void archivesThatPackOrRepeatAreRefused() throws IOException {
        byte[] sound = Files.readAllBytes(archive(pickle(0, 4, 1, 4), 16));
        int directory = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).getInt(sound.length - 6);
        byte[] packed = sound.clone();
        packed[directory + 10] = 8;
        refuseArchive(packed, "is packed, which entries of weights never are");
        byte[] secret = sound.clone();
        secret[directory + 8] = 1;
        refuseArchive(secret, "is encrypted");
        byte[] fewer = sound.clone();
        fewer[sound.length - 12] = 7;
        refuseArchive(fewer, "names 2 entries, but claims to have 7");
        byte[] outside = sound.clone();
        outside[sound.length - 3] = 0x40;
        refuseArchive(outside, "its directory lies outside it");
    }

    private void refuseArchive(byte[] bytes, String why) throws IOException {
        Path file = Files.write(folder.resolve("odd.pt"), bytes);
        assertThatThrownBy(() -> TensorFormat.read(file)).hasMessageContaining(why);
    }
}
