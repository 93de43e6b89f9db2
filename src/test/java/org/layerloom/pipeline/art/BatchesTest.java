package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.Mode;
import org.layerloom.generate.PartlyMadeException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;

class BatchesTest {
    private static final Raster BACKGROUND = Raster.filled(100, 100, 0xFF0000FF);
    private static final Raster DOT = Raster.filled(4, 4, 0xFFFF0000);
    private static final Recipe RECIPE = new Recipe("a cat", 1, "m");

    private final List<GenerateRequest> runs = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private final Progress progress = new Progress() {
        @Override
        public void step(Stage stage, int done, int total) {
            told.add(stage + " " + done + "/" + total);
        }

        @Override
        public void preview(Raster picture) {}

        @Override
        public void check() {}
    };

    @Test
    void aRequestWithinTheModelsRangeIsOneRunAndStaysAsItIs() {
        GenerateRequest request = request(3);
        make(request, 3);
        assertThat(runs).containsExactly(request);
    }

    @Test
    void moreBoxesAreMadeInSeveralRunsOverOneBackground() {
        GenerateResult result = make(request(7), 3);
        assertThat(runs).hasSize(3);
        assertThat(runs.stream().map(run -> run.targets().size())).containsExactly(3, 3, 1);
        assertThat(runs.getFirst().fixed()).isEmpty();
        assertThat(runs.get(1).fixed())
                .containsExactly(
                        new Fixed(new LayerId(8), new Rect(0, 0, 100, 100), BACKGROUND, Fixed.Role.BACKGROUND));
        assertThat(result.layers().stream().map(made -> made.layer().value())).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(result.background()).contains(BACKGROUND);
        assertThat(result.merged().argb(61, 1)).isEqualTo(0xFFFF0000);
        assertThat(result.merged().argb(99, 99)).isEqualTo(0xFF0000FF);
    }

    @Test
    void aLaterRunThatIsStoppedLeavesTheLayersOfThoseBefore() {
        Batches batches = new Batches(request(5), 2);
        Batches.Run stopped = (part, watch) -> {
            if (runs.size() == 2) {
                throw new CancellationException();
            }
            return run(part, watch);
        };
        assertThatThrownBy(() -> batches.make(stopped, progress))
                .isInstanceOfSatisfying(
                        PartlyMadeException.class,
                        end -> assertThat(end.made().layers())
                                .extracting(made -> made.layer().value())
                                .containsExactly(1, 2, 3, 4));
        runs.clear();
        assertThatThrownBy(() -> new Batches(request(5), 2)
                        .make(
                                (part, watch) -> {
                                    throw new CancellationException();
                                },
                                progress))
                .isExactlyInstanceOf(CancellationException.class);
    }

    @Test
    void theProgressOfAllRunsRisesOnce() {
        make(request(4), 2);
        assertThat(told)
                .containsExactly(
                        "ENCODE 1/1", "DENOISE 1/4", "DENOISE 2/4", "DENOISE 3/4", "DENOISE 4/4", "DECODE 1/1");
    }

    @Test
    void boxesOfLaterRunsKeepThePhrasesOfTheWholePrompt() {
        GenerateRequest all = request(3);
        make(all, 2);
        assertThat(runs.get(1).targets().getFirst().prompt())
                .hasValueSatisfying(p -> assertThat(p).contains("fox"));
    }

    @Test
    void ofManyGivenLayersTheNearestAreKeptInTheirOrder() {
        List<Fixed> given = IntStream.of(9, 2, 5, 1)
                .mapToObj(i -> new Fixed(new LayerId(10 + i), new Rect(i * 10, 0, 4, 4), DOT, Fixed.Role.LAYER))
                .toList();
        GenerateRequest request = new GenerateRequest(
                "m", Mode.LAYERS, 100, 100, "a cat", "", "", List.of(target(0)), given, Settings.seeded(1));
        make(request, 3);
        assertThat(runs.getFirst().fixed().stream().map(f -> f.layer().value())).containsExactly(12, 11);
    }

    private GenerateResult make(GenerateRequest request, int regions) {
        return new Batches(request, regions).make(this::run, progress);
    }

    private GenerateResult run(GenerateRequest part, Progress watch) {
        runs.add(part);
        watch.step(Progress.Stage.ENCODE, 1, 1);
        watch.step(Progress.Stage.DENOISE, 1, 2);
        watch.step(Progress.Stage.DENOISE, 2, 2);
        watch.step(Progress.Stage.DECODE, 1, 1);
        boolean given = part.fixed().stream().anyMatch(f -> f.role() == Fixed.Role.BACKGROUND);
        List<GenerateResult.Made> made = part.targets().stream()
                .map(t -> new GenerateResult.Made(
                        t.layer(), "dot", t.box().x(), t.box().y(), DOT, RECIPE))
                .toList();
        return new GenerateResult(
                given ? Optional.empty() : Optional.of(BACKGROUND), made, Raster.empty(), RECIPE, List.of());
    }

    private static Target target(int i) {
        return Target.of(new LayerId(i + 1), new Rect(i * 10, 0, 4, 4), "");
    }

    private static GenerateRequest request(int boxes) {
        return new GenerateRequest(
                "m",
                Mode.LAYERS,
                100,
                100,
                "a cat, a dog and a fox",
                "",
                "",
                IntStream.range(0, boxes).mapToObj(BatchesTest::target).toList(),
                List.of(),
                Settings.seeded(1));
    }
}
