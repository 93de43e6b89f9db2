package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.Samples;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.files.AtomicFiles;

/// `inspect`, `models`, `--help` and `--version`.
final class InspectCommandTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void generate() throws IOException {
        shell = new Shell(folder);
        Path layout = shell.file("layout.json", """
                {"prompt": "a cat", "width": 96, "height": 64, "seed": 5, "regions": [
                  {"x": 8, "y": 8, "width": 32, "height": 32}, {"x": 40, "y": 20, "width": 40, "height": 30}]}
                """);
        shell.run("generate", layout, "--out", shell.path("out"), "--formats", "png,psd,project");
    }

    @Test
    void a_psd_a_project_and_a_png_set_of_one_design_tell_the_same_layers() throws IOException {
        List<String> fromSet = layers("out");
        assertThat(fromSet).hasSize(3).first().isEqualTo("Background 0 0 96 64 255 normal true");
        assertThat(layers("out/manifest.json")).isEqualTo(fromSet);
        assertThat(layers("out/design.psd")).isEqualTo(fromSet);
        assertThat(layers("out/design.loom")).isEqualTo(fromSet);
    }

    @Test
    void what_sets_a_layer_apart_is_told() throws IOException {
        Path file = shell.path("all.loom");
        Layer text = Samples.design().layers().getFirst();
        LayerProps props = LayerProps.named(new LayerId(9), "cut")
                .withBlending(new Blending(BlendMode.SCREEN, 200, 90, true, false))
                .withLocks(new Locks(false, true, false))
                .withTag(3)
                .withMask(
                        Optional.of(Mask.of(Raster.filled(4, 5, -1), 2, 3, 255).withDensity(77)));
        Document document = Document.blank(20, 10).add(text).add(new PixelLayer(props, Raster.filled(9, 9, -1)));
        AtomicFiles.write(file, out -> ProjectWriter.write(document, out));
        assertThat(shell.run("inspect", file)).isZero();
        JsonNode told = new ObjectMapper().readTree(shell.out()).path("layers").path(1);
        assertThat(told.toString())
                .contains("\"kind\":\"pixels\",\"fillOpacity\":90,\"clip\":true,\"clippedAsGroup\":false,\"tag\":3")
                .contains("\"locks\":{\"transparency\":false,\"pixels\":true,\"position\":false}")
                .contains("\"mask\":{\"x\":2,\"y\":3,\"width\":4,\"height\":5,\"outside\":255,\"density\":77,");
    }

    private List<String> layers(String file) throws IOException {
        assertThat(shell.run("inspect", shell.path(file))).as(shell.err()).isZero();
        JsonNode root = new ObjectMapper().readTree(shell.out());
        assertThat(root.path("width").intValue()).isEqualTo(96);
        return StreamSupport.stream(root.path("layers").spliterator(), false)
                .map(layer -> String.join(
                        " ",
                        List.of("name", "x", "y", "width", "height", "opacity", "blendMode", "visible").stream()
                                .map(field -> layer.path(field).asText())
                                .toList()))
                .toList();
    }

    @Test
    void a_file_that_holds_no_layers_ends_with_2_and_one_sentence() throws IOException {
        refused(shell.path("missing.psd"), "there is no such file");
        refused(Files.createDirectory(shell.path("empty")), "holds no manifest.json");
        refused(shell.file("text.txt", "hello"), "this is no project");
        refused(shell.file("broken.json", "{\"layers\": "), "broken JSON in line 1");
        refused(shell.file("other.json", "{\"a\": 1}"), "it is no manifest");
        byte[] psd = Files.readAllBytes(shell.path("out/design.psd"));
        Path cut = Files.write(shell.path("cut.psd"), Arrays.copyOf(psd, psd.length / 2));
        refused(cut, "cut.psd: ");
        byte[] project = Files.readAllBytes(shell.path("out/design.loom"));
        refused(Files.write(shell.path("cut.loom"), Arrays.copyOf(project, project.length / 2)), "cut.loom: ");
    }

    private void refused(Path file, String sentence) {
        assertThat(shell.run("inspect", file)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(sentence).doesNotContain("Exception");
        assertThat(shell.err().lines()).hasSize(1);
    }

    @Test
    void options_of_models_that_would_be_left_out_are_refused() {
        assertThat(shell.run("models", "--yes")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--yes goes with --fetch");
        assertThat(shell.run("models", "--known", "--to", "x")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--to goes with --fetch");
        assertThat(shell.run("models", "--known", "--json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--json goes with --devices");
        assertThat(shell.run("models", "--known", "--devices")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("do not go together");
    }

    @Test
    void models_lists_id_title_and_folder() {
        assertThat(shell.run("models")).isZero();
        assertThat(shell.out()).startsWith("painted\tPainted\t" + shell.path("models"));
    }

    @Test
    void help_names_every_command_and_the_version_is_the_builds() {
        assertThat(shell.run("--help")).isZero();
        assertThat(shell.out()).contains("generate", "models", "inspect");
        assertThat(shell.run("generate", "--help")).isZero();
        assertThat(shell.out()).contains("--embedded-guidance", "--formats", "--device");
        for (String[] line : new String[][] {{"--version"}, {"generate", "--version"}}) {
            assertThat(shell.run((Object[]) line)).isZero();
            assertThat(shell.out()).matches("Layerloom \\d+\\.\\d+\\.\\d+.*\\R");
        }
    }
}
