package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.MemoryNeed;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.generate.WeightForm;
import org.layerloom.golden.GoldenTensors;

/// What a run will need is told from headers and boxes alone.
class ArtNeedTest {
    private static final int MANY = 40;

    private static MemoryNeed need(Path folder, WeightForm form, int side, int boxes) throws IOException {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < boxes; i++) {
            targets.add(Target.of(new LayerId(i + 1), new Rect(0, 0, side / 2, side / 2), ""));
        }
        GenerateRequest request = new GenerateRequest(
                "tiny", Mode.LAYERS, side, side, "a fox", "", "", targets, List.of(), Settings.seeded(0));
        return ArtNeed.read(ArtForm.of(folder, List.of()), form, "cpu", List.of())
                .of(request);
    }

    private static MemoryNeed need(WeightForm form, int side, int boxes) throws IOException {
        return need(GoldenTensors.artCheckpoint().path(), form, side, boxes);
    }

    @Test
    void int8NeedsLessAndBlocksAtEachUseLeast() throws IOException {
        MemoryNeed stored = need(WeightForm.STORED, 256, 2);
        MemoryNeed int8 = need(WeightForm.INT8, 256, 2);
        assertThat(int8.weights()).isLessThan(stored.weights());
        assertThat(int8.least()).isLessThan(stored.least());
        assertThat(stored.least()).isLessThan(stored.weights());
        assertThat(int8.working()).isEqualTo(stored.working());
    }

    @Test
    void theWorkGrowsWithThePictureAndWithManyLargeBoxes() throws IOException {
        Path own = GoldenTensors.layerloom().resolve("checkpoint");
        assertThat(need(own, WeightForm.STORED, 1024, MANY).weights()).isPositive();
        long few = need(WeightForm.STORED, 512, 2).working();
        assertThat(need(WeightForm.STORED, 1024, 2).working()).isEqualTo(4 * few);
        assertThat(few).isGreaterThan(512L * 512 * 3 * Float.BYTES);
    }
}
