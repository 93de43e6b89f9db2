package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.MemoryNeed;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.generate.Verdict;
import org.layerloom.generate.WeightForm;
import org.layerloom.golden.GoldenTensors;

/// What a run will need is told from headers and boxes alone.
class ArtNeedTest {
    private static final int MANY = 40;

    private static GenerateRequest request(int width, int height, int boxes) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < boxes; i++) {
            targets.add(Target.of(new LayerId(i + 1), new Rect(0, 0, width / 2, height / 2), ""));
        }
        return new GenerateRequest(
                "tiny", Mode.LAYERS, width, height, "a fox", "", "", targets, List.of(), Settings.seeded(0));
    }

    private static ArtNeed need(Path folder, WeightForm form) throws IOException {
        return ArtNeed.read(ArtForm.of(folder, List.of()), form, "cpu", List.of());
    }

    private static MemoryNeed need(Path folder, WeightForm form, int side, int boxes) throws IOException {
        return need(folder, form).of(request(side, side, boxes));
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

    /// The tiny model's canvases go in steps of 16 px up to 1024.
    @ParameterizedTest
    @CsvSource({"1024, 1024, 512", "1024, 640, 1008", "640, 1024, 768", "1000, 700, 16", "3000, 2000, 256"})
    void theSmallerSideIsTheLargestThatFits(int width, int height, int fitting) throws IOException {
        ArtNeed need = need(GoldenTensors.artCheckpoint().path(), WeightForm.STORED);
        GenerateRequest request = request(width, height, 2);
        long room = need.of(request.workingAt(fitting)).working();
        int side =
                need.smallerSide(request, smaller -> smaller.working() <= room).orElseThrow();
        assertThat(side).isBetween(fitting, 1008).isEqualTo(side / 16 * 16);
        assertThat(need.of(request.workingAt(side)).working()).isLessThanOrEqualTo(room);
        assertThat(need.of(request.workingAt(side + 16)).working()).isGreaterThan(room);
    }

    @Test
    void noSmallerSideIsThereWhereTheWeightsAloneDoNotFit() throws IOException {
        ArtNeed need = need(GoldenTensors.artCheckpoint().path(), WeightForm.STORED);
        assertThat(need.smallerSide(request(1024, 1024, 2), smaller -> false)).isEmpty();
        assertThat(need.smallerSide(request(16, 16, 1), smaller -> true)).isEmpty();
    }

    @Test
    void theVerdictNamesTheSideOnlyWhereTheRunDoesNotFit() throws IOException {
        ArtNeed need = need(GoldenTensors.artCheckpoint().path(), WeightForm.STORED);
        GenerateRequest request = request(1024, 768, 2);
        MemoryNeed half = need.of(request.workingAt(512));
        long room = half.least() + half.working();
        Verdict verdict = ArtProvider.verdict(need, request, OptionalLong.empty(), room);
        assertThat(verdict.way()).isEqualTo(Verdict.Way.TOO_LARGE);
        assertThat(verdict.side()).hasValue(512);
        GenerateRequest smaller = request.workingAt(verdict.side().getAsInt());
        Verdict then = ArtProvider.verdict(need, smaller, OptionalLong.empty(), room);
        assertThat(then.way()).isNotEqualTo(Verdict.Way.TOO_LARGE);
        assertThat(then.side()).isEmpty();
        assertThat(ArtProvider.verdict(need, request, OptionalLong.of(room), 0).side())
                .hasValue(512);
    }
}
