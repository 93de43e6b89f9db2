package org.layerloom.pipeline.layerdiffuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
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
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.Lora;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.PartlyMadeException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.generate.Tuning;
import org.layerloom.pipeline.stablediffusion.Checkpoint;
import org.layerloom.pipeline.stablediffusion.PictureSize;
import org.layerloom.pipeline.stablediffusion.StableDiffusion;
import org.layerloom.tensor.Device;

/// Whole runs of the tiny checkpoints in every mode: what is made has its size and place, and equal requests give
/// equal layers.
final class LayerDiffusePipelineTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    private static final Rect PAGE = new Rect(0, 0, WIDTH, HEIGHT);
    private static final Rect BOX = new Rect(8, 4, 40, 40);
    private static final Rect OTHER = new Rect(50, 10, 40, 20);

    @TempDir
    private Path root;

    private LayerGenerator generator;

    private void open(Path model) throws ModelException {
        generator = new LayerDiffuseProvider(List.of())
                .recognise(model)
                .orElseThrow()
                .open("cpu");
    }

    @AfterEach
    void close() {
        if (generator != null) {
            generator.close();
        }
    }

    private static Settings settings(long seed, Tuning tuning) {
        return new Settings(seed, OptionalInt.of(2), OptionalDouble.of(3), OptionalDouble.empty(), "cpu", 1)
                .with(tuning);
    }

    private static GenerateRequest request(Mode mode, List<Target> targets, Fixed... fixed) {
        return request(mode, settings(1, Tuning.NONE), targets, fixed);
    }

    private static GenerateRequest request(Mode mode, Settings settings, List<Target> targets, Fixed... fixed) {
        return new GenerateRequest(
                "tiny",
                mode,
                WIDTH,
                HEIGHT,
                "a red fox and a green tree on a snowy forest",
                "bad",
                "",
                targets,
                List.of(fixed),
                settings);
    }

    private static List<Target> boxes() {
        return List.of(Target.of(new LayerId(1), BOX, "a red fox"), Target.of(new LayerId(2), OTHER, ""));
    }

    private static Fixed given(int id, Fixed.Role role) {
        Rect box = role == Fixed.Role.FOREGROUND ? BOX : PAGE;
        int[] argb = new int[(int) box.area()];
        for (int i = 0; i < argb.length; i++) {
            int alpha = role == Fixed.Role.FOREGROUND ? i * 7 % 256 : 255;
            argb[i] = alpha << 24 | i * 2654435 & 0xFFFFFF;
        }
        return new Fixed(new LayerId(id), box, Raster.of(box.width(), box.height(), argb), role);
    }

    private GenerateResult make(GenerateRequest request) throws ModelException {
        Steps steps = new Steps();
        GenerateResult result = generator.generate(request, steps);
        assertThat(steps.done).as("steps of " + request.mode()).isEqualTo(steps.total);
        for (GenerateResult.Made made : result.layers()) {
            Rect bounds = new Rect(
                    made.x(), made.y(), made.raster().width(), made.raster().height());
            Target target = request.targets().stream()
                    .filter(t -> t.layer().equals(made.layer()))
                    .findFirst()
                    .orElseThrow();
            assertThat(target.box().contains(bounds)).as(bounds + " in its box").isTrue();
            assertThat(made.raster().isEmpty()).isFalse();
        }
        result.background().ifPresent(LayerDiffusePipelineTest::assertWhole);
        result.blend().ifPresent(LayerDiffusePipelineTest::assertWhole);
        assertWhole(result.merged());
        return result;
    }

    private static void assertWhole(Raster raster) {
        assertThat(List.of(raster.width(), raster.height())).containsExactly(WIDTH, HEIGHT);
    }

    private static final class Steps implements Progress {
        private int done;
        private int total;
        private int previews;

        @Override
        public void step(Stage stage, int done, int total) {
            if (stage == Stage.DENOISE) {
                assertThat(done).isBetween(this.done, total);
                this.done = done;
                this.total = total;
            }
        }

        @Override
        public void preview(Raster picture) {
            previews++;
            assertThat((double) picture.width() / picture.height()).isEqualTo((double) WIDTH / HEIGHT);
        }

        @Override
        public void check() {}
    }

    @Test
    void xl_makes_layers_and_a_background_that_fits_them() throws IOException, ModelException {
        open(TinyModels.xl(root));
        GenerateResult result = make(request(Mode.LAYERS, boxes()));
        assertThat(result.layers()).hasSize(2);
        assertThat(result.layers()).extracting(GenerateResult.Made::name).containsExactly("a red fox", "Green tree");
        assertThat(result.background()).isPresent();
        assertThat(result.blend()).isEmpty();
        assertThat(result.recipe().model()).startsWith("tiny-sdxl@");
        GenerateResult again = make(request(Mode.LAYERS, boxes()));
        assertThat(again).isEqualTo(result);
        GenerateResult other = make(request(Mode.LAYERS, settings(2, Tuning.NONE), boxes()));
        assertThat(other.background()).isNotEqualTo(result.background());
    }

    @Test
    void xl_fits_layers_to_a_given_background() throws IOException, ModelException {
        open(TinyModels.xl(root));
        GenerateResult result = make(request(Mode.LAYERS, boxes(), given(9, Fixed.Role.BACKGROUND)));
        assertThat(result.layers()).hasSize(2);
        assertThat(result.background()).isEmpty();
    }

    @Test
    void xl_makes_what_each_mode_says() throws IOException, ModelException {
        open(TinyModels.xl(root));
        Fixed foreground = given(7, Fixed.Role.FOREGROUND);
        Fixed background = given(8, Fixed.Role.BACKGROUND);
        Fixed blend = given(9, Fixed.Role.BLEND);
        List<Target> one = boxes().subList(0, 1);
        assertMade(Mode.FOREGROUND, boxes());
        assertMade(Mode.FOREGROUND_TO_BLEND, List.of(), foreground);
        assertMade(Mode.BACKGROUND_TO_BLEND, List.of(), background);
        assertMade(Mode.BLEND_TO_BACKGROUND, List.of(), foreground, blend);
        assertMade(Mode.BLEND_TO_FOREGROUND, one, background, blend);
        assertMade(Mode.FOREGROUND_TO_BACKGROUND, List.of(), foreground);
        assertMade(Mode.BACKGROUND_TO_FOREGROUND, boxes(), background);
        assertMade(Mode.HARMONISE, boxes());
    }

    @Test
    void sd15_makes_what_each_mode_says() throws IOException, ModelException {
        open(TinyModels.sd15(root));
        Fixed foreground = given(7, Fixed.Role.FOREGROUND);
        Fixed background = given(8, Fixed.Role.BACKGROUND);
        assertMade(Mode.LAYERS, boxes());
        assertMade(Mode.FOREGROUND, boxes());
        assertMade(Mode.JOINT, boxes().subList(0, 1));
        assertMade(Mode.FOREGROUND_TO_BACKGROUND, List.of(), foreground);
        assertMade(Mode.BACKGROUND_TO_FOREGROUND, boxes(), background);
        assertThatThrownBy(() -> make(request(Mode.HARMONISE, boxes())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model tiny has no mode harmonise");
        assertThatThrownBy(() -> make(request(Mode.JOINT, boxes()))).hasMessageContaining("draw one box, not 2");
    }

    private void assertMade(Mode mode, List<Target> targets, Fixed... fixed) throws ModelException {
        GenerateResult result = make(request(mode, targets, fixed));
        assertThat(result.layers())
                .as("layers of " + mode)
                .hasSize(mode.makes(Fixed.Role.FOREGROUND) ? targets.size() : 0);
        assertThat(result.background().isPresent())
                .as("background of " + mode)
                .isEqualTo(mode.makes(Fixed.Role.BACKGROUND));
        assertThat(result.blend().isPresent()).as("blend of " + mode).isEqualTo(mode.makes(Fixed.Role.BLEND));
    }

    @Test
    void a_start_keeps_its_place_and_strength_says_how_far_it_is_left() throws IOException, ModelException {
        open(TinyModels.xl(root));
        Raster start = given(1, Fixed.Role.FOREGROUND).raster();
        GenerateResult kept = make(request(Mode.FOREGROUND, started(start, 0)));
        assertThat(kept.layers().getFirst().raster()).isEqualTo(start.crop(start.alphaBounds()));
        GenerateResult near = make(request(Mode.FOREGROUND, started(start, 0.5)));
        GenerateResult far = make(request(Mode.FOREGROUND, started(start, 1)));
        assertThat(near.layers().getFirst().raster())
                .isNotEqualTo(far.layers().getFirst().raster())
                .isNotEqualTo(start);
    }

    private static List<Target> started(Raster start, double strength) {
        return List.of(new Target(new LayerId(1), BOX, Optional.empty(), Optional.of(start), strength));
    }

    @Test
    void tuning_counts() throws IOException, ModelException {
        Path model = TinyModels.xl(root);
        open(model);
        Path patch = model.resolve("layerdiffuse/ld_diffusers_sdxl_attn.safetensors");
        List<Target> one = boxes().subList(0, 1);
        List<Raster> results = new ArrayList<>();
        for (Tuning tuning : List.of(
                Tuning.NONE,
                new Tuning(Optional.of("Euler a"), List.of(), 1, OptionalDouble.empty()),
                new Tuning(Optional.empty(), List.of(new Lora(patch, 0.5)), 1, OptionalDouble.empty()),
                new Tuning(Optional.empty(), List.of(), 0.5, OptionalDouble.empty()),
                new Tuning(Optional.empty(), List.of(), 1, OptionalDouble.of(0.2)))) {
            results.add(make(request(Mode.FOREGROUND, settings(1, tuning), one))
                    .layers()
                    .getFirst()
                    .raster());
        }
        assertThat(results).doesNotHaveDuplicates();
        assertThatThrownBy(() -> make(request(
                        Mode.FOREGROUND,
                        settings(1, new Tuning(Optional.of("Heun"), List.of(), 1, OptionalDouble.empty())),
                        one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no sampler Heun");
    }

    @ParameterizedTest
    @EnumSource(Control.Kind.class)
    void a_control_picture_steers_by_its_weight(Control.Kind kind) throws IOException, ModelException {
        Path model = kind == Control.Kind.DEPTH ? TinyModels.sd15(root) : TinyModels.xl(root);
        TinyModels.controlNet(model, "controlnet-" + kind.name().toLowerCase(Locale.ROOT) + "-tiny");
        open(model);
        Raster picture = given(5, Fixed.Role.BACKGROUND).raster();
        List<Raster> results = new ArrayList<>();
        for (double weight : new double[] {0, 1, 2}) {
            Fixed control = Fixed.control(new LayerId(9), PAGE, picture, new Control(kind, weight));
            results.add(make(request(Mode.FOREGROUND, boxes().subList(0, 1), control))
                    .layers()
                    .getFirst()
                    .raster());
        }
        assertThat(results).doesNotHaveDuplicates();
        assertThat(results.getFirst())
                .isEqualTo(make(request(Mode.FOREGROUND, boxes().subList(0, 1)))
                        .layers()
                        .getFirst()
                        .raster());
    }

    @Test
    void a_control_without_its_network_is_refused_with_the_place_where_it_would_go()
            throws IOException, ModelException {
        Path model = TinyModels.xl(root);
        open(model);
        Raster picture = given(5, Fixed.Role.BACKGROUND).raster();
        Fixed control = Fixed.control(new LayerId(9), PAGE, picture, new Control(Control.Kind.DEPTH, 1));
        assertThatThrownBy(() -> make(request(Mode.FOREGROUND, boxes(), control)))
                .isInstanceOf(ModelException.class)
                .hasMessage("a ControlNet for depth is missing: it would go to "
                        + model.resolve("controlnet/controlnet-depth-sdxl"));
    }

    @Test
    void a_harmonised_run_takes_no_control_picture_and_says_so() throws IOException, ModelException {
        open(TinyModels.xl(root));
        Raster picture = given(5, Fixed.Role.BACKGROUND).raster();
        Fixed control = Fixed.control(new LayerId(9), PAGE, picture, new Control(Control.Kind.CANNY, 1));
        assertThatThrownBy(() -> make(request(Mode.HARMONISE, boxes(), control)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the mode harmonise takes no control picture");
    }

    @Test
    void a_run_that_is_stopped_leaves_nothing_behind() throws IOException, ModelException {
        Path folder = TinyModels.xl(root);
        Device device = Device.cpu();
        StableDiffusion model = StableDiffusion.load(Checkpoint.at(folder).orElseThrow(), device);
        generator = new LayerDiffusePipeline(model, LayerFiles.of(folder, model.kind(), List.of()));
        make(request(Mode.HARMONISE, boxes())); // loads what stays
        int open = device.openTensors();
        make(request(Mode.HARMONISE, boxes()));
        assertThat(device.openTensors()).as("tensors after another whole run").isEqualTo(open);
        Stop stop = new Stop(0);
        assertThatThrownBy(() -> generator.generate(request(Mode.HARMONISE, boxes()), stop))
                .isExactlyInstanceOf(CancellationException.class);
        assertThat(stop.checks).isEqualTo(4);
        assertThat(device.openTensors()).as("tensors after a stopped run").isEqualTo(open);
    }

    @Test
    void a_run_that_is_stopped_at_its_second_layer_gives_the_first() throws IOException, ModelException {
        open(TinyModels.sd15(root));
        GenerateResult whole = make(request(Mode.FOREGROUND, boxes()));
        assertThatThrownBy(() -> generator.generate(request(Mode.FOREGROUND, boxes()), new Stop(3)))
                .isInstanceOfSatisfying(
                        PartlyMadeException.class,
                        end -> assertThat(end.made().layers())
                                .containsExactly(whole.layers().getFirst()));
    }

    @Test
    void a_working_size_makes_smaller_pictures_for_the_same_page() throws IOException, ModelException {
        open(TinyModels.sd15(root));
        PictureSize least = PictureSize.of(PAGE, 512, OptionalInt.of(64));
        assertThat(least).isEqualTo(new PictureSize(64, 64));
        assertThat(PictureSize.of(new Rect(0, 0, 400, 100), 512, OptionalInt.of(500)))
                .isEqualTo(new PictureSize(448, 128));
        assertThat(PictureSize.of(PAGE, 512, OptionalInt.of(4096)))
                .isEqualTo(PictureSize.of(PAGE, 512, OptionalInt.empty()));
        GenerateRequest smaller = request(Mode.LAYERS, boxes()).workingAt(64);
        assertThat(make(smaller).background()).isPresent();
    }

    /// Stops a run at the fourth check after so many steps.
    private static final class Stop implements Progress {
        private final int after;
        private int steps;
        private int checks;

        Stop(int after) {
            this.after = after;
        }

        @Override
        public void step(Stage stage, int done, int total) {
            steps = stage == Stage.DENOISE ? done : steps;
        }

        @Override
        public void preview(Raster picture) {}

        @Override
        public void check() {
            if (steps >= after && checks++ > 2) {
                throw new CancellationException();
            }
        }
    }
}
