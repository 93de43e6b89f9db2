package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Control;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.Lora;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.generate.Tuning;
import org.layerloom.generate.WeightForm;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.Device;
import org.layerloom.weights.TensorWriter;

/// What a run promises, on tiny random checkpoints of both kinds.
class ArtPipelineTest {
    private static final int STEPS = 2;
    private static final Rect LEFT = new Rect(3, 5, 60, 50);
    private static final Rect RIGHT = new Rect(120, 100, 70, 41);

    /// The two kinds of checkpoint.
    enum Kind {
        ART(GoldenTensors.artCheckpoint().path()),
        OWN(GoldenTensors.layerloom().resolve("checkpoint"));

        private final Path folder;

        Kind(Path folder) {
            this.folder = folder;
        }
    }

    @TempDir
    private Path folder;

    private ArtModel model;
    private ArtPipeline pipeline;

    private void open(Kind kind) throws IOException {
        model = ArtModel.load(ArtForm.of(kind.folder, List.of()), Device.cpu(), WeightForm.STORED, Progress.NONE);
        pipeline = new ArtPipeline(model);
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    /// Notes what it is told; may stop the run.
    private static class Recorder implements Progress {
        private final List<String> steps = new ArrayList<>();
        private final List<Raster> previews = new ArrayList<>();
        private int checksLeft = Integer.MAX_VALUE;

        @Override
        public void step(Stage stage, int done, int total) {
            steps.add(stage + " " + done + "/" + total);
        }

        @Override
        public void preview(Raster picture) {
            previews.add(picture);
        }

        @Override
        public void check() {
            if (checksLeft-- == 0) {
                throw new CancellationException();
            }
        }
    }

    private static Settings settings(long seed) {
        return new Settings(seed, OptionalInt.of(STEPS), OptionalDouble.empty(), OptionalDouble.empty(), "auto", 1);
    }

    private static GenerateRequest request(int width, int height, List<Target> targets, List<Fixed> fixed) {
        return new GenerateRequest(
                "tiny", Mode.LAYERS, width, height, "a cat and a red balloon", "", "", targets, fixed, settings(5));
    }

    private static Target target(int id, Rect box) {
        return Target.of(new LayerId(id), box, "");
    }

    private static GenerateRequest twoBoxes() {
        return request(256, 256, List.of(target(1, LEFT), target(2, RIGHT)), List.of());
    }

    /// Stripes with holes: something that no model makes by chance.
    private static Raster pattern(Rect box) {
        return Raster.of(
                box.width(),
                box.height(),
                IntStream.range(0, box.width() * box.height())
                        .map(i -> i % 7 == 0 ? 0 : 0xFF000000 | i * 2654435)
                        .toArray());
    }

    @ParameterizedTest
    @EnumSource
    void everyTargetBecomesALayerInsideItsBox(Kind kind) throws IOException, ModelException {
        open(kind);
        GenerateResult result = pipeline.generate(twoBoxes(), new Recorder());
        assertThat(result.layers())
                .extracting(GenerateResult.Made::layer)
                .containsExactly(new LayerId(1), new LayerId(2));
        assertThat(result.layers()).extracting(GenerateResult.Made::name).containsExactly("Cat", "Red balloon");
        List<Rect> boxes = List.of(LEFT, RIGHT);
        for (int i = 0; i < boxes.size(); i++) {
            GenerateResult.Made made = result.layers().get(i);
            Rect place = new Rect(
                    made.x(), made.y(), made.raster().width(), made.raster().height());
            assertThat(boxes.get(i).contains(place))
                    .as("%s in %s", place, boxes.get(i))
                    .isTrue();
        }
        Raster background = result.background().orElseThrow();
        assertThat(background.width()).isEqualTo(256);
        assertThat(IntStream.of(background.toArgb()).allMatch(p -> p >>> 24 == 255))
                .isTrue();
        assertThat(result.merged().height()).isEqualTo(256);
        assertThat(result.recipe().seed()).isEqualTo(5);
        assertThat(result.recipe().model()).matches("checkpoint@[0-9a-f]{8}");
        assertThat(result.notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void equalRequestsGiveEqualPixelsAndOtherSeedsOthers(Kind kind) throws IOException, ModelException {
        open(kind);
        GenerateResult first = pipeline.generate(twoBoxes(), new Recorder());
        assertThat(pipeline.generate(twoBoxes(), new Recorder())).isEqualTo(first);
        GenerateRequest other = new GenerateRequest(
                "tiny",
                Mode.LAYERS,
                256,
                256,
                "a cat and a red balloon",
                "",
                "",
                twoBoxes().targets(),
                List.of(),
                settings(6));
        assertThat(pipeline.generate(other, new Recorder()).merged()).isNotEqualTo(first.merged());
    }

    @ParameterizedTest
    @EnumSource
    void progressNamesEveryStepAndShowsPreviews(Kind kind) throws IOException, ModelException {
        open(kind);
        Recorder recorder = new Recorder();
        pipeline.generate(twoBoxes(), recorder);
        assertThat(recorder.steps).contains("ENCODE 1/1", "DENOISE 0/2", "DENOISE 1/2", "DENOISE 2/2");
        assertThat(recorder.steps.getLast()).matches("DECODE (\\d+)/\\1");
        assertThat(recorder.previews).hasSize(STEPS - 1);
        assertThat(recorder.previews)
                .allSatisfy(preview ->
                        assertThat(preview.height()).isEqualTo(preview.width()).isIn(32, 256));
    }

    @ParameterizedTest
    @EnumSource
    void aRunLeavesNoTensorBehindHoweverItEnds(Kind kind) throws IOException, ModelException {
        open(kind);
        pipeline.generate(twoBoxes(), new Recorder()); // the prompt's encoding stays known
        int before = model.device().openTensors();
        pipeline.generate(twoBoxes(), new Recorder());
        assertThat(model.device().openTensors()).isEqualTo(before);
        for (int checks = 0; checks < 5; checks++) {
            Recorder recorder = new Recorder();
            recorder.checksLeft = checks;
            assertThatThrownBy(() -> pipeline.generate(twoBoxes(), recorder)).isInstanceOf(CancellationException.class);
            assertThat(model.device().openTensors()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenLayersAreNoResultButChangeWhatIsMade(Kind kind) throws IOException, ModelException {
        open(kind);
        Fixed fixed = new Fixed(new LayerId(9), LEFT, pattern(LEFT), Fixed.Role.LAYER);
        Rect canvas = new Rect(0, 0, 256, 256);
        Fixed behind = new Fixed(new LayerId(8), canvas, pattern(canvas), Fixed.Role.BACKGROUND);
        GenerateResult with =
                pipeline.generate(request(256, 256, List.of(target(1, RIGHT)), List.of(behind, fixed)), new Recorder());
        assertThat(with.layers()).extracting(GenerateResult.Made::layer).containsExactly(new LayerId(1));
        assertThat(with.background()).isEmpty();
        Fixed otherPixels = new Fixed(new LayerId(9), LEFT, Raster.filled(60, 50, -1), Fixed.Role.LAYER);
        GenerateResult other = pipeline.generate(
                request(256, 256, List.of(target(1, RIGHT)), List.of(behind, otherPixels)), new Recorder());
        assertThat(other.layers().getFirst().raster())
                .isNotEqualTo(with.layers().getFirst().raster());
    }

    @ParameterizedTest
    @EnumSource
    void aStartIsKeptAtStrengthZeroAndForgottenAtOne(Kind kind) throws IOException, ModelException {
        open(kind);
        GenerateResult fromNoise =
                pipeline.generate(request(256, 256, List.of(target(1, LEFT)), List.of()), new Recorder());
        assertThat(withStart(0).layers().getFirst().raster())
                .isEqualTo(pattern(LEFT).crop(pattern(LEFT).alphaBounds()));
        assertThat(withStart(1).layers()).isEqualTo(fromNoise.layers());
        assertThat(withStart(0.5).layers()).isNotEqualTo(fromNoise.layers());
    }

    @ParameterizedTest
    @EnumSource
    void overAGivenBackgroundOnlyTheStepsOfTheStrengthAreRun(Kind kind) throws IOException, ModelException {
        open(kind);
        Rect page = new Rect(0, 0, 256, 256);
        Fixed ground = new Fixed(new LayerId(2), page, pattern(page), Fixed.Role.BACKGROUND);
        Target half = target(1, LEFT).startingFrom(pattern(LEFT), 0.5);
        Recorder recorder = new Recorder();
        pipeline.generate(request(256, 256, List.of(half), List.of(ground)), recorder);
        assertThat(recorder.steps.stream()
                        .filter(step -> step.startsWith("DENOISE") && !step.startsWith("DENOISE 0/"))
                        .count())
                .isEqualTo(Math.round(STEPS * 0.5));
        assertThat(recorder.steps).contains("DENOISE 0/1", "DENOISE 1/1");
    }

    private GenerateResult withStart(double strength) throws ModelException {
        Target target = new Target(new LayerId(1), LEFT, Optional.empty(), Optional.of(pattern(LEFT)), strength);
        return pipeline.generate(request(256, 256, List.of(target), List.of()), new Recorder());
    }

    @Test
    void otherCanvasesAreMadeAtTheNearestAndScaled() throws IOException, ModelException {
        open(Kind.OWN);
        Rect box = new Rect(900, 500, 100, 100);
        GenerateResult result =
                pipeline.generate(request(1000, 600, List.of(target(1, box)), List.of()), new Recorder());
        assertThat(result.background().orElseThrow().width()).isEqualTo(1000);
        assertThat(result.merged().height()).isEqualTo(600);
        GenerateResult.Made made = result.layers().getFirst();
        assertThat(box.contains(new Rect(
                        made.x(), made.y(), made.raster().width(), made.raster().height())))
                .isTrue();
        assertThat(result.notes())
                .containsExactly(
                        "Made at 512 x 320 px and scaled to 1000 x 600 px, as the model makes canvases of 256 to 512 px"
                                + " in steps of 32 px.");
    }

    @Test
    void aBoxsOwnPromptNamesItsLayerAndChangesIt() throws IOException, ModelException {
        open(Kind.OWN);
        Target own = Target.of(new LayerId(1), LEFT, "a yellow star");
        GenerateResult with = pipeline.generate(request(256, 256, List.of(own), List.of()), new Recorder());
        GenerateResult without =
                pipeline.generate(request(256, 256, List.of(target(1, LEFT)), List.of()), new Recorder());
        assertThat(with.layers().getFirst().name()).isEqualTo("a yellow star");
        assertThat(with.layers().getFirst().recipe().prompt()).isEqualTo("a yellow star");
        assertThat(with.layers().getFirst().raster())
                .isNotEqualTo(without.layers().getFirst().raster());
        assertThat(with.notes()).isEmpty();
    }

    @Test
    void aModelWithoutBoxPromptsSaysThatTheyJoinedThePrompt() throws IOException, ModelException {
        open(Kind.ART);
        Target own = Target.of(new LayerId(1), LEFT, "a yellow star");
        GenerateResult result = pipeline.generate(request(256, 256, List.of(own), List.of()), new Recorder());
        assertThat(result.recipe().prompt()).isEqualTo("a cat and a red balloon, a yellow star");
        assertThat(result.notes())
                .containsExactly("This model takes one prompt: the boxes' own prompts were added to it.");
    }

    @Test
    void whatThisModelCannotDoIsRefusedInOneSentence() throws IOException, ModelException {
        open(Kind.OWN);
        Fixed control = Fixed.control(new LayerId(9), LEFT, pattern(LEFT), new Control(Control.Kind.CANNY, 1));
        assertThatThrownBy(() -> pipeline.generate(
                        request(256, 256, List.of(target(1, RIGHT)), List.of(control)), new Recorder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model tiny takes no given layer in the role CONTROL (layer 9)");
    }

    @Test
    void aPromptBeyondTheModelsLimitIsSaidToBeCut() throws IOException, ModelException {
        open(Kind.OWN);
        GenerateRequest longer = new GenerateRequest(
                "tiny",
                Mode.LAYERS,
                256,
                256,
                "a cat, ".repeat(40),
                "",
                "",
                twoBoxes().targets(),
                List.of(),
                settings(5));
        assertThat(pipeline.generate(longer, new Recorder()).notes())
                .singleElement()
                .asString()
                .startsWith("The prompt is longer than the model reads: it ends for it at \"...")
                .contains("a cat,");
    }

    @Test
    void aLoraFileChangesTheLayersByItsStrengthAndNotAfterwards() throws IOException, ModelException {
        open(Kind.ART);
        int dim = model.config().dim();
        Path file = new TensorWriter()
                .add("lora_unet_double_blocks_0_img_mlp_0.lora_down.weight", ones(dim), 1, dim)
                .add("lora_unet_double_blocks_0_img_mlp_0.lora_up.weight", ones(4 * dim), 4L * dim, 1)
                .add("lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_down.weight", ones(32), 1, 32)
                .add("lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_up.weight", ones(64), 64, 1)
                .write(folder.resolve("style.safetensors"));
        GenerateResult plain = pipeline.generate(twoBoxes(), new Recorder());
        GenerateResult none = pipeline.generate(tuned(file, 0), new Recorder());
        GenerateResult full = pipeline.generate(tuned(file, 1), new Recorder());
        assertThat(none.merged()).isEqualTo(plain.merged());
        assertThat(full.merged()).isNotEqualTo(plain.merged());
        assertThat(full.notes())
                .containsExactly(
                        "What style.safetensors changes in the text encoders was left out: this model's stay as"
                                + " they are.");
        assertThat(pipeline.generate(twoBoxes(), new Recorder()).merged()).isEqualTo(plain.merged());
    }

    private static float[] ones(int count) {
        float[] values = new float[count];
        Arrays.fill(values, 1);
        return values;
    }

    private static GenerateRequest tuned(Path file, double strength) {
        Tuning tuning = new Tuning(Optional.empty(), List.of(new Lora(file, strength)), 1, OptionalDouble.empty());
        GenerateRequest plain = twoBoxes();
        return new GenerateRequest(
                plain.model(),
                plain.mode(),
                plain.width(),
                plain.height(),
                plain.prompt(),
                plain.negative(),
                plain.backgroundPrompt(),
                plain.targets(),
                plain.fixed(),
                plain.settings().with(tuning));
    }

    @Test
    void aPageOfAnySizeIsMadeAsItIsByAModelOfArtsForm() throws IOException, ModelException {
        open(Kind.ART);
        Rect corner = new Rect(190, 90, 60, 43);
        Recorder recorder = new Recorder();
        GenerateResult result = pipeline.generate(request(250, 133, List.of(target(1, corner)), List.of()), recorder);
        assertThat(result.notes()).isEmpty();
        assertThat(result.merged().width()).isEqualTo(250);
        assertThat(result.background().orElseThrow().height()).isEqualTo(133);
        assertThat(recorder.previews.getFirst().width()).isEqualTo(31);
        assertThat(result.layers().getFirst().x()).isBetween(190, 250);
        Rect all = new Rect(0, 0, 250, 133);
        Fixed behind = new Fixed(new LayerId(8), all, pattern(all), Fixed.Role.BACKGROUND);
        assertThat(pipeline.generate(request(250, 133, List.of(target(1, corner)), List.of(behind)), new Recorder())
                        .layers())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPageWithoutBoxesIsABackgroundAlone(Kind kind) throws IOException, ModelException {
        open(kind);
        GenerateResult result = pipeline.generate(request(256, 256, List.of(), List.of()), new Recorder());
        assertThat(result.layers()).isEmpty();
        assertThat(result.background()).isPresent();
        assertThat(result.merged().width()).isEqualTo(256);
    }

    @ParameterizedTest
    @EnumSource
    void aBoxThatOthersCoverWhollyIsMadeAllTheSame(Kind kind) throws IOException, ModelException {
        open(kind);
        Rect small = new Rect(70, 70, 20, 20);
        Rect over = new Rect(64, 64, 64, 64);
        Fixed covering = new Fixed(new LayerId(7), over, Raster.filled(64, 64, -1), Fixed.Role.FOREGROUND);
        GenerateResult result = pipeline.generate(
                request(256, 256, List.of(target(1, small), target(2, over)), List.of(covering)), new Recorder());
        assertThat(result.layers())
                .extracting(GenerateResult.Made::layer)
                .containsExactly(new LayerId(1), new LayerId(2));
    }

    @ParameterizedTest
    @EnumSource
    void afterACancelNoFurtherBlockRuns(Kind kind) throws IOException, ModelException {
        open(kind);
        Recorder whole = new Recorder();
        pipeline.generate(twoBoxes(), whole);
        int checks = Integer.MAX_VALUE - whole.checksLeft;
        int blocks = model.config().doubleBlocks() + model.config().singleBlocks();
        assertThat(checks).as("each block of each pass asks").isGreaterThanOrEqualTo(STEPS * 2 * blocks);
        for (int before : new int[] {checks / 3, checks / 2}) {
            Recorder stopped = new Recorder();
            stopped.checksLeft = before;
            assertThatThrownBy(() -> pipeline.generate(twoBoxes(), stopped)).isInstanceOf(CancellationException.class);
            assertThat(stopped.checksLeft)
                    .as("nothing asked after it was told to stop")
                    .isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiftyBoxesAreMade(Kind kind) throws IOException, ModelException {
        open(kind);
        List<Target> targets = IntStream.rangeClosed(1, 50)
                .mapToObj(i -> target(i, new Rect(i % 8 * 32, i / 8 * 32, 32, 32)))
                .toList();
        assertThat(pipeline.generate(request(256, 256, targets, List.of()), new Recorder())
                        .layers())
                .hasSize(50);
    }
}
