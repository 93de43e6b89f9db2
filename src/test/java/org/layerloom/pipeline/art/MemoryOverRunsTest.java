package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.generate.WeightForm;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.Device;

/// A hundred runs in a row hold no more memory than the first ones.
@Tag("nightly")
class MemoryOverRunsTest {
    private static final int WARM_UP = 30;
    private static final int RUNS = 100;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aHundredRunsHoldNoMoreThanTheFirst() throws IOException, ModelException {
        ArtModel model = ArtModel.load(
                ArtForm.of(GoldenTensors.artCheckpoint().path(), List.of()),
                Device.cpu(),
                WeightForm.STORED,
                Progress.NONE);
        try (ArtPipeline pipeline = new ArtPipeline(model)) {
            long before = 0;
            for (int i = 0; i < WARM_UP + RUNS; i++) {
                if (i == WARM_UP) {
                    before = resident();
                }
                pipeline.generate(request(i), new Unwatched());
            }
            assertThat((double) resident() / before).isLessThan(1.05);
        }
    }

    private static final class Unwatched implements Progress {
        @Override
        public void step(Stage stage, int done, int total) {}

        @Override
        public void preview(Raster picture) {}

        @Override
        public void check() {}
    }

    private static GenerateRequest request(int seed) {
        Settings settings =
                new Settings(seed, OptionalInt.of(2), OptionalDouble.empty(), OptionalDouble.empty(), "cpu", 0);
        List<Target> targets = List.of(Target.of(new LayerId(7), new Rect(32, 32, 96, 64), ""));
        return new GenerateRequest(
                "tiny", Mode.LAYERS, 128, 128, "picture " + seed, "", "", targets, List.of(), settings);
    }

    private static long resident() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
