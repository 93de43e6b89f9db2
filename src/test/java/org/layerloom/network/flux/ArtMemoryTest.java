package org.layerloom.network.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Int8;
import org.layerloom.weights.Merge;
import org.layerloom.weights.Part;
import org.layerloom.weights.Patch;
import org.layerloom.weights.Weights;

/// Where a transformer's weights lie and in how many bits changes its memory, not (or hardly) what it says.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtMemoryTest {
    private static final double INT8_ERROR = 0.05;
    private static final double HALVES_ERROR = 0.01;

    @TempDir
    private Path folder;

    private Device device;
    private GoldenTensors golden;
    private FluxConfig config;
    private TokenLayout layout;

    @BeforeAll
    void load() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.art("mmdit_fp32", device);
        config = FluxConfig.read(GoldenTensors.artCheckpoint().config("transformer"));
        layout = GoldenTensors.layout(GoldenTensors.json("mmdit.json"), config.tokenStride());
    }

    @AfterAll
    void close() {
        device.close();
    }

    /// What a pass said, and the most tensors that were open at the start of a block.
    private record Pass(float[] output, int peak) {}

    private Pass pass(Weights weights, DType compute, long bytes) throws IOException {
        int before = device.openTensors();
        int[] peak = new int[1];
        FluxTransformer transformer = FluxTransformer.load(config, weights, bytes);
        float[] output = Scope.closing(() -> {
            List<Conditioning> prompts = List.of(transformer.condition(
                    layout,
                    new Prompt(in("prompt_embeds").to(compute), in("pooled").to(compute), null, null)));
            Steering steering = transformer.steer(new float[] {0.5f}, 4, prompts);
            Tensor places = transformer.places(layout, new boolean[layout.layers()]);
            Tensor embedded = transformer.embed(layout.pack(in("latents")).to(compute), places);
            Tensor made = transformer
                    .forward(
                            embedded,
                            prompts,
                            steering,
                            0,
                            () -> peak[0] = Math.max(peak[0], device.openTensors() - before))
                    .getFirst();
            return made.to(DType.F32).toFloats();
        });
        weights.close();
        return new Pass(output, peak[0]);
    }

    private Tensor in(String name) {
        try {
            return golden.get("in." + name).slice(0, 0, 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Weights stored(DType compute) throws IOException {
        return GoldenTensors.artCheckpoint().weights("transformer", device, compute);
    }

    @Test
    void blocksLoadedAtEachUseGiveTheSameOutputWithFewerTensorsInMemory() throws IOException {
        Pass whole = pass(stored(DType.BF16), DType.BF16, Long.MAX_VALUE);
        WeightBytes bytes;
        try (Weights weights = stored(DType.BF16)) {
            bytes = WeightBytes.of(config, weights);
        }
        Pass none = pass(stored(DType.BF16), DType.BF16, 0);
        Pass half = pass(stored(DType.BF16), DType.BF16, bytes.outside() + bytes.blocks() / 2);
        assertThat(none.output).containsExactly(whole.output);
        assertThat(half.output).containsExactly(whole.output);
        assertThat(none.peak).isLessThan(half.peak);
        assertThat(half.peak).isLessThan(whole.peak);
    }

    @Test
    void bytesAreThoseOfTheTypeThatWeightsAreHeldIn() throws IOException {
        try (Weights wide = stored(DType.F32);
                Weights narrow = stored(DType.BF16)) {
            WeightBytes all = WeightBytes.of(config, wide);
            assertThat(narrow.bytes()).isEqualTo(all.all() / 2);
            assertThat(all.blocks() + all.norms()).isLessThan(all.all());
            assertThat(all.block()).isLessThan(all.blocks());
        }
    }

    @Test
    void int8HalvesBf16sMemoryAndHardlyChangesTheOutput() throws IOException {
        Weights int8 = int8(copy("one"));
        long bytes = int8.bytes("transformer_blocks.");
        try (Weights halves = stored(DType.BF16)) {
            assertThat(bytes)
                    .isLessThan((long) (0.6 * halves.bytes("transformer_blocks."))); // narrow rows, many scales
        }
        float[] made = pass(int8, DType.F32, Long.MAX_VALUE).output;
        float[] expected = pass(stored(DType.F32), DType.F32, Long.MAX_VALUE).output;
        assertThat(error(made, expected)).isBetween(1e-4, INT8_ERROR);
    }

    private Weights int8(Path checkpoint) throws IOException {
        return Int8.open(checkpoint, folder, device, DType.F32, FluxTransformer::isBlockMatrix, (done, all) -> {});
    }

    @Test
    void float16IsCutAtItsEndAndStaysNearFloat32() throws IOException {
        float[] made = pass(stored(DType.F16), DType.F16, Long.MAX_VALUE).output;
        float[] expected = pass(stored(DType.F32), DType.F32, Long.MAX_VALUE).output;
        assertThat(error(made, expected)).isLessThan(HALVES_ERROR);
        Tensor beyond = device.tensor(new float[] {1e6f, -1e6f, 1}, 3).to(DType.F16);
        assertThat(Halves.inRange(beyond).toFloats()).containsExactly(65_504, -65_504, 1);
    }

    /// Root mean square of the gap, by that of what is expected.
    private static double error(float[] made, float[] expected) {
        double gap = 0;
        double size = 0;
        for (int i = 0; i < made.length; i++) {
            gap += Math.pow(made[i] - expected[i], 2);
            size += Math.pow(expected[i], 2);
        }
        return Math.sqrt(gap / size);
    }

    @Test
    void theInt8FileIsKeptAndMadeAgainOnlyForAnotherCheckpoint() throws IOException {
        Path checkpoint = copy("other");
        int8(checkpoint).close();
        Path kept = folder.resolve("other.int8");
        byte[] first = Files.readAllBytes(kept);
        Object key = fileKey(kept);
        int8(checkpoint).close();
        assertThat(fileKey(kept)).as("it is not written again").isEqualTo(key);
        Files.write(kept, Arrays.copyOf(first, first.length / 2));
        int8(checkpoint).close();
        assertThat(Files.readAllBytes(kept)).as("a file cut off is made again").isEqualTo(first);
        change(checkpoint.resolve("diffusion_pytorch_model-00002-of-00003.safetensors"));
        int8(checkpoint).close();
        assertThat(Files.readAllBytes(kept)).isNotEqualTo(first);
    }

    @Test
    void int8WeightsUnderPatchesAreCountedAsWhatTheyAreWidenedTo() throws IOException {
        Path checkpoint = copy("patched");
        Path lora = GoldenTensors.art().resolve("lora/pre_fuse/pytorch_lora_weights.safetensors");
        try (Patch patch = Patch.open(Patch.Kind.SYSTEM, lora, device);
                Weights int8 = int8(checkpoint);
                Weights merged = int8.with(Part.TRANSFORMER, List.of(new Merge(patch, 1)));
                Weights headers = Int8.headers(checkpoint, DType.F32, FluxTransformer::isBlockMatrix)) {
            long taken = 0;
            for (String name : merged.names()) {
                Tensor tensor = merged.get(name);
                taken += Arrays.stream(tensor.shape()).reduce(1, (a, b) -> a * b)
                        * tensor.dtype().bytes();
            }
            assertThat(merged.bytes()).isEqualTo(taken).isGreaterThan(int8.bytes());
            assertThat(headers.bytes()).isEqualTo(int8.bytes());
            assertThat(headers.with(Part.TRANSFORMER, List.of(new Merge(patch, 1)))
                            .bytes())
                    .isEqualTo(taken);
        }
    }

    @Test
    void aPassThatIsStoppedKeepsNothingThatWasLoadedAhead() throws IOException {
        Weights weights = stored(DType.BF16);
        FluxTransformer transformer = FluxTransformer.load(config, weights, 0);
        Scope.closing(() -> {
            List<Conditioning> prompts =
                    List.of(transformer.condition(layout, new Prompt(in("prompt_embeds"), in("pooled"), null, null)));
            Steering steering = transformer.steer(new float[] {0.5f}, 4, prompts);
            Tensor places = transformer.places(layout, new boolean[layout.layers()]);
            Tensor embedded = transformer.embed(layout.pack(in("latents")).to(DType.BF16), places);
            int before = device.openTensors();
            assertThatThrownBy(() -> transformer.forward(embedded, prompts, steering, 0, () -> {
                        throw new CancellationException();
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(device.openTensors()).isEqualTo(before);
            return null;
        });
        weights.close();
    }

    @Test
    void theMakingOfInt8WeightsIsToldAndCanBeStoppedWithNothingLeft() throws IOException {
        Path checkpoint = copy("stopped");
        List<Long> told = new ArrayList<>();
        Int8.Watch watch = (done, all) -> {
            told.add(done);
            assertThat(done).isLessThan(all);
            if (told.size() == 3) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(
                        () -> Int8.open(checkpoint, folder, device, DType.F32, FluxTransformer::isBlockMatrix, watch))
                .isInstanceOf(CancellationException.class);
        assertThat(told).hasSize(3).isSorted().startsWith(0L);
        assertThat(folder.resolve("stopped.int8")).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".layerloom"));
        }
    }

    private Path copy(String name) throws IOException {
        Path checkpoint = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(GoldenTensors.artCheckpoint().part("transformer"))) {
            for (Path file : files.toList()) {
                Files.copy(file, checkpoint.resolve(file.getFileName().toString()));
            }
        }
        return checkpoint;
    }

    private static Object fileKey(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /// Another last number.
    private static void change(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }
}
