package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.document.Raster;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Verdict;

/// `generate` from its arguments to its files, with a generator that paints instead of a model.
final class GenerateCommandTest {
    private static final String LAYOUT = """
            {"prompt": "a cat and a dog", "width": 96, "height": 64, "seed": 5, "regions": [
              {"x": 0, "y": 0, "width": 32, "height": 32},
              {"x": 40, "y": 20, "width": 80, "height": 30, "prompt": "red text 'HI'"}]}
            """;

    @TempDir
    private Path folder;

    private Shell shell;
    private Path layout;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
        layout = shell.file("layout.json", LAYOUT);
    }

    @Test
    void a_layout_becomes_png_layers_and_a_psd_and_the_place_is_told() throws IOException {
        assertThat(shell.run("generate", layout, "--out", shell.path("out"))).isEqualTo(ExitCode.DONE);
        assertThat(shell.files("out"))
                .hasSize(6)
                .contains("design.psd", "manifest.json", "merged.png")
                .filteredOn(name -> name.startsWith("layers/"))
                .hasSize(3);
        assertThat(shell.out().lines())
                .containsExactly("Made 3 layers in " + shell.path("out")
                        + ": merged.png, layers/*.png, manifest.json, design.psd");
    }

    @Test
    void the_manifest_holds_the_request_and_every_layer_inside_its_box() throws IOException {
        shell.run("generate", layout, "--out", shell.path("out"));
        JsonNode manifest = manifest("out");
        assertThat(manifest.path("width").intValue()).isEqualTo(96);
        assertThat(manifest.path("prompt").textValue()).isEqualTo("a cat and a dog");
        assertThat(manifest.path("seed").longValue()).isEqualTo(5);
        assertThat(manifest.path("model").textValue()).startsWith("painted@");
        JsonNode second = manifest.path("layers").get(2);
        assertThat(second.path("x").intValue()).isBetween(40, 96);
        assertThat(second.path("x").intValue() + second.path("width").intValue())
                .isLessThanOrEqualTo(96);
        assertThat(shell.path("out").resolve(second.path("file").textValue())).isRegularFile();
    }

    @Test
    void a_run_that_would_fit_on_a_smaller_canvas_is_told_of_with_the_option_for_it() throws IOException {
        Shell tight = new Shell(folder, new Tight());
        assertThat(tight.run("generate", layout, "--out", tight.path("out"))).isEqualTo(ExitCode.DONE);
        assertThat(tight.err()).contains("This picture needs about", "For that, add --working-size 64.");
        assertThat(tight.run("generate", layout, "--out", tight.path("small"), "--working-size", "64"))
                .isEqualTo(ExitCode.DONE);
        assertThat(tight.err()).doesNotContain("--working-size");
    }

    /// A model that fits into the memory at 64 px.
    private static final class Tight implements GeneratorProvider {
        @Override
        public Optional<ModelEntry> recognise(Path folder) {
            return new PaintedGenerator()
                    .recognise(folder)
                    .map(entry -> new ModelEntry(entry.id(), entry.title(), folder, this, entry.abilities()));
        }

        @Override
        public LayerGenerator open(ModelEntry entry, String device, Progress progress) {
            return new PaintedGenerator();
        }

        @Override
        public Optional<Verdict> verdict(ModelEntry entry, GenerateRequest request) {
            long giga = 1_000_000_000;
            return Optional.of(
                    request.settings().workingSide().isPresent()
                            ? new Verdict(Verdict.Way.WHOLE, giga, 2 * giga, false)
                            : new Verdict(Verdict.Way.TOO_LARGE, 4 * giga, 2 * giga, false, OptionalInt.of(64)));
        }
    }

    @Test
    void a_working_size_of_no_pixels_is_told_of() {
        assertThat(shell.run("generate", layout, "--out", shell.path("out"), "--working-size", "0"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("working size 0 is not 1 px or more");
        assertThat(shell.run("generate", layout, "--out", shell.path("out"), "--working-size", "48"))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_box_that_reaches_outside_is_cut_and_that_is_said() {
        shell.run("generate", layout, "--out", shell.path("out"));
        assertThat(shell.err())
                .contains(
                        "Note: regions[1] (40, 20, 80 x 30) reaches outside the page and is cut to (40, 20, 56 x 30)");
    }

    @Test
    void variations_each_have_their_seed_and_folder() throws IOException {
        assertThat(shell.run("generate", layout, "--out", shell.path("many"), "--variations", "3"))
                .isZero();
        assertThat(shell.out().lines()).hasSize(3).allMatch(line -> line.matches(".*many.seed-[567]: .*"));
        for (int seed = 5; seed < 8; seed++) {
            assertThat(manifest("many/seed-" + seed).path("seed").longValue()).isEqualTo(seed);
        }
        assertThat(shell.run("generate", layout, "--out", shell.path("many"), "--variations", "9"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--variations is 9: 1 to 8 can be made");
    }

    @Test
    void every_format_that_is_asked_for_is_written_and_no_other() throws IOException {
        assertThat(shell.run("generate", layout, "--out", shell.path("all"), "--formats", "png,PSD,project,art"))
                .isZero();
        assertThat(shell.files("all"))
                .contains(
                        "design.loom",
                        "design.psd",
                        "merged.png",
                        "art/merged.png",
                        "art/merged_rgba.png",
                        "art/layer_0.png");
        assertThat(shell.run("generate", layout, "--out", shell.path("one"), "--formats", "project"))
                .isZero();
        assertThat(shell.files("one")).containsExactly("design.loom");
    }

    @Test
    void the_same_request_gives_the_same_bytes_and_another_seed_others() throws IOException {
        for (String out : List.of("a", "b")) {
            shell.run("generate", layout, "--out", shell.path(out), "--formats", "png,psd,project,art");
        }
        shell.run("generate", layout, "--out", shell.path("c"), "--seed", "6");
        assertThat(shell.files("a")).isEqualTo(shell.files("b"));
        for (String name : shell.files("a")) {
            assertThat(shell.path("a").resolve(name))
                    .hasSameBinaryContentAs(shell.path("b").resolve(name));
        }
        assertThat(manifest("c").path("seed").longValue()).isEqualTo(6);
        assertThat(Files.mismatch(
                        shell.path("a").resolve("merged.png"), shell.path("c").resolve("merged.png")))
                .isNotEqualTo(-1);
    }

    @Test
    void options_take_the_place_of_the_layouts_prompt_and_seed_and_zero_is_the_last_resort() throws IOException {
        Path bare = shell.file("bare.json", "{\"width\": 32, \"height\": 32, \"regions\": []}");
        assertThat(shell.run("generate", bare, "--out", shell.path("out"), "--prompt", "a sun"))
                .isZero();
        assertThat(manifest("out").path("prompt").textValue()).isEqualTo("a sun");
        assertThat(manifest("out").path("seed").longValue()).isZero();
    }

    @Test
    void arts_own_form_of_a_layout_is_read_and_its_holes_are_said() throws IOException {
        Path art = shell.file("art.json", """
                {"index": "7", "wholecaption": "two cats", "layout":
                 [[0, 0, 64, 48], [0, 0, 64, 48], [0, 0, 32, 32], null, [16, 16, 64, 48]]}
                """);
        assertThat(shell.run("generate", art, "--out", shell.path("out"))).isZero();
        assertThat(manifest("out").path("layers")).hasSize(3);
        assertThat(manifest("out").path("height").intValue()).isEqualTo(48);
        assertThat(shell.err()).contains("Note: layout[3] is null: no layer is made from it");
    }

    @Test
    void progress_is_told_on_stderr_and_quiet_says_nothing() {
        shell.run("generate", layout, "--out", shell.path("out"), "--steps", "9");
        assertThat(shell.err()).contains("Loading the model", "Making the layers: step 9 of 9", "Drawing the layers");
        shell.run("generate", layout, "--out", shell.path("out"), "--quiet");
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void a_run_that_is_cancelled_ends_with_130_and_leaves_nothing() throws Exception {
        Shell slow = new Shell(folder, new PaintedGenerator(Duration.ofMillis(50)));
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> slow.run("generate", layout, "--out", slow.path("deep/out"), "--steps", "200"));
        TimeUnit.MILLISECONDS.sleep(300);
        slow.cancellation.request();
        assertThat(code.get(5, TimeUnit.SECONDS)).isEqualTo(ExitCode.CANCELLED);
        assertThat(slow.err()).contains("cancelled; nothing was written");
        assertThat(slow.path("deep")).doesNotExist();
    }

    @Test
    void an_output_folder_that_cannot_be_written_is_refused_before_the_run() throws IOException {
        Path file = shell.file("file", "");
        assertThat(shell.run("generate", layout, "--out", file.resolve("out"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--out: cannot write " + file).doesNotContain("Loading");
        assertThat(file).isEmptyFile();
    }

    @Test
    void files_that_cannot_be_put_in_place_leave_the_folder_as_it_was() throws IOException {
        Files.createDirectories(shell.path("out/design.psd"));
        assertThat(shell.run("generate", layout, "--out", shell.path("out"))).isEqualTo(ExitCode.FAILED);
        assertThat(shell.err()).contains("design.psd").doesNotContain("Exception");
        assertThat(shell.files("out")).isEmpty();
    }

    @Test
    void a_new_set_in_the_same_folder_leaves_no_layer_of_the_old_one_and_nothing_else_is_touched() throws IOException {
        shell.run("generate", layout, "--out", shell.path("out"));
        Files.writeString(shell.path("out/layers/mine.png"), "mine");
        Path bare = shell.file("bare.json", "{\"prompt\": \"a\", \"width\": 32, \"height\": 32, \"regions\": []}");
        shell.run("generate", bare, "--out", shell.path("out"));
        assertThat(shell.files("out"))
                .containsExactly(
                        "design.psd", "layers/01-background.png", "layers/mine.png", "manifest.json", "merged.png");
    }

    @Test
    void a_manifest_from_elsewhere_cannot_make_other_files_go() throws IOException {
        Path precious = shell.file("precious.png", "mine");
        Files.createDirectories(shell.path("out"));
        shell.file(
                "out/manifest.json",
                "{\"layers\": [{\"file\": \"layers/../../precious.png\"}, {\"file\": \"../precious.png\"}]}");
        assertThat(shell.run("generate", layout, "--out", shell.path("out"))).isZero();
        assertThat(precious).exists();
    }

    private JsonNode manifest(String out) throws IOException {
        return new ObjectMapper()
                .readTree(shell.path(out).resolve("manifest.json").toFile());
    }

    @Test
    void text_on_a_dark_picture_is_light() throws IOException {
        Path text = shell.file(
                "text.json",
                "{\"prompt\": \"a poster\", \"width\": 96, \"height\": 64, \"regions\": [{\"x\": 4, \"y\": 4, \"width\": 80,"
                        + " \"height\": 50, \"prompt\": \"the word 'HI'\"}]}");
        Path dark = shell.path("dark.png");
        try (OutputStream out = Files.newOutputStream(dark)) {
            PngWriter.write(Raster.filled(96, 64, 0xFF101014), PngWriter.Channels.RGBA, Map.of(), out);
        }
        assertThat(shell.run("generate", text, "--background", dark, "--out", shell.path("out")))
                .isZero();
        BufferedImage letters = ImageIO.read(shell.path("out")
                .resolve(manifest("out").path("layers").get(1).path("file").textValue())
                .toFile());
        int brightest = 0;
        for (int y = 0; y < letters.getHeight(); y++) {
            for (int x = 0; x < letters.getWidth(); x++) {
                int argb = letters.getRGB(x, y);
                brightest = Math.max(brightest, argb >>> 24 > 200 ? argb & 0xFF : 0);
            }
        }
        assertThat(brightest).isGreaterThan(200);
    }
}
