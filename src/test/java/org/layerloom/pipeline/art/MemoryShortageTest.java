package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateJob;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;

/// A run that the heap or the machine's memory is too small for ends, and the next one on the same model is made.
class MemoryShortageTest {
    private static final String HEAP = "-Xmx80m";
    private static final int SMALL = 128;
    private static final int LARGE = 8192;
    /// Two thousand times what any machine has: 4 PB.
    private static final long MUCH = 1L << 50;

    /// Where the engine asks for memory: in one of its own operations, or in a kernel of ours.
    enum Place {
        OPERATION(x -> x.expand(MUCH).add(x)),
        KERNEL(x -> Ops.silu(x.expand(MUCH)));

        private final UnaryOperator<Tensor> work;

        Place(UnaryOperator<Tensor> work) {
            this.work = work;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheEngineCannotAllocateIsTheOneErrorOfAllMemory(Place place) {
        try (Device device = Device.cpu()) {
            assertThat(end(new Generator(device, place.work))).isEqualTo("failed OutOfMemoryError");
            assertThat(device.full(2, 1).toFloats()).containsExactly(2);
        }
    }

    @Test
    void aPageThatTheHeapCannotHoldEndsItsRunAndTheNextOneIsMade() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        HEAP,
                        "-Dai.djl.offline=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryShortageTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> ends = process.inputReader().lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ends).containsExactly("failed OutOfMemoryError", "finished");
        assertThat(process.exitValue()).isZero();
    }

    /// The program of a small heap.
    public static void main(String[] args) throws ModelException, IOException {
        Path folder = GoldenTensors.layerloom().resolve("checkpoint");
        try (LayerGenerator generator =
                new ArtProvider(List.of()).recognise(folder).orElseThrow().open("cpu")) {
            System.out.println(end(generator, LARGE));
            System.out.println(end(generator, SMALL));
        }
    }

    private static String end(LayerGenerator generator) {
        return end(generator, SMALL);
    }

    /// How a job on a square page ends.
    private static String end(LayerGenerator generator, int side) {
        Target target = Target.of(new LayerId(1), new Rect(0, 0, SMALL / 2, SMALL / 2), "");
        GenerateRequest request = new GenerateRequest(
                "tiny", Mode.LAYERS, side, side, "a cat", "", "", List.of(target), List.of(), Settings.seeded(1));
        CompletableFuture<String> end = new CompletableFuture<>();
        GenerateJob.start(request, told -> generator, new Listener(end));
        return end.join();
    }

    private record Listener(CompletableFuture<String> end) implements GenerateJob.Listener {
        @Override
        public void step(Progress.Stage stage, int done, int total) {}

        @Override
        public void preview(Raster picture) {}

        @Override
        public void finished(GenerateResult result) {
            end.complete("finished");
        }

        @Override
        public void cancelled(Optional<GenerateResult> made) {
            end.complete("cancelled");
        }

        @Override
        public void failed(Throwable problem) {
            end.complete("failed " + problem.getClass().getSimpleName());
        }
    }

    /// One whose work is a single operation.
    private record Generator(Device on, UnaryOperator<Tensor> work) implements LayerGenerator {
        @Override
        public GenerateResult generate(GenerateRequest request, Progress progress) {
            work.apply(on.full(1, 1)).toFloats();
            throw new IllegalStateException("a machine with 4 PB");
        }

        @Override
        public String device() {
            return "cpu";
        }

        @Override
        public void close() {}
    }
}
