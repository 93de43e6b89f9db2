package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;

class GenerateJobTest {
    private static final GenerateRequest REQUEST = new GenerateRequest(
            "stand-in",
            Mode.LAYERS,
            64,
            64,
            "a cat",
            "",
            "",
            List.of(Target.of(new LayerId(1), new Rect(0, 0, 32, 32), "")),
            List.of(),
            Settings.seeded(1));
    private static final GenerateResult RESULT = new GenerateResult(
            Optional.empty(), List.of(), Raster.empty(), new Recipe("a cat", 1, "stand-in"), List.of());

    private final Recorder recorder = new Recorder();

    @Test
    void endsWithTheResultAfterItsSteps() throws InterruptedException {
        GenerateJob.start(
                REQUEST,
                told -> generator((request, progress) -> {
                    progress.step(Progress.Stage.DENOISE, 1, 1);
                    progress.preview(Raster.filled(2, 2, -1));
                    return RESULT;
                }),
                recorder);
        assertThat(recorder.nextEnd()).isEqualTo("finished");
        assertThat(recorder.events).containsExactly("LOAD 0/1", "LOAD 1/1", "DENOISE 1/1", "preview");
    }

    @Test
    void aCancelledRunEndsAtItsNextCheck() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        GenerateJob job = GenerateJob.start(
                REQUEST,
                told -> generator((request, progress) -> {
                    running.countDown();
                    while (true) {
                        progress.check();
                        Thread.onSpinWait();
                    }
                }),
                recorder);
        running.await();
        job.cancel();
        assertThat(recorder.nextEnd()).isEqualTo("cancelled");
    }

    @Test
    void whatACancelledRunHadFinishedIsTold() throws InterruptedException {
        GenerateJob.start(
                REQUEST,
                told -> generator((request, progress) -> {
                    throw new PartlyMadeException(RESULT);
                }),
                recorder);
        assertThat(recorder.nextEnd()).isEqualTo("cancelled with a part");
    }

    @Test
    void aBrokenModelEndsTheRunWithItsSentence() throws InterruptedException {
        GenerateJob.start(
                REQUEST,
                told -> {
                    throw new ModelException("no tensor x_embedder.weight in broken.safetensors");
                },
                recorder);
        assertThat(recorder.nextEnd())
                .isEqualTo("failed ModelException: no tensor x_embedder.weight in broken.safetensors");
    }

    @Test
    void runningOutOfMemoryEndsTheRunAndNotTheProgram() throws InterruptedException {
        GenerateJob.start(
                REQUEST,
                told -> generator((request, progress) -> {
                    throw new OutOfMemoryError("4 GiB");
                }),
                recorder);
        assertThat(recorder.nextEnd()).isEqualTo("failed OutOfMemoryError: 4 GiB");
    }

    private interface Body {
        GenerateResult run(GenerateRequest request, Progress progress) throws ModelException;
    }

    private static LayerGenerator generator(Body body) {
        return new LayerGenerator() {
            @Override
            public GenerateResult generate(GenerateRequest request, Progress progress) throws ModelException {
                return body.run(request, progress);
            }

            @Override
            public String device() {
                return "none";
            }

            @Override
            public void close() {}
        };
    }

    private static final class Recorder implements GenerateJob.Listener {
        private final List<String> events = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

        String nextEnd() throws InterruptedException {
            return ends.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public void step(Progress.Stage stage, int done, int total) {
            events.add(stage + " " + done + "/" + total);
        }

        @Override
        public void preview(Raster picture) {
            events.add("preview");
        }

        @Override
        public void finished(GenerateResult result) {
            ends.add("finished");
        }

        @Override
        public void cancelled(Optional<GenerateResult> made) {
            ends.add(made.map(some -> "cancelled with a part").orElse("cancelled"));
        }

        @Override
        public void failed(Throwable problem) {
            ends.add("failed " + problem.getClass().getSimpleName() + ": " + problem.getMessage());
        }
    }
}
