package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.Samples;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Raster;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;

final class ExportCommandTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void save() throws IOException {
        shell = new Shell(folder);
        Files.createDirectory(shell.path("drafts"));
        project("drafts/kite.loom", Samples.design());
        Text text = new Text("Hi", "Inter", 20, false, false, -1, Text.Align.LEFT, 1.2, 5, 20);
        project(
                "drafts/menu.loom",
                Document.blank(30, 20)
                        .add(new TextLayer(LayerProps.named(new LayerId(1), "Hi"), text, Raster.filled(9, 9, -1))));
        shell.file("drafts/notes.loom", "not a project");
    }

    private void project(String name, Document document) throws IOException {
        try (OutputStream out = Files.newOutputStream(shell.path(name))) {
            ProjectWriter.write(document, out);
        }
    }

    @Test
    void the_ending_of_a_file_says_its_format() throws IOException {
        for (String ending : new String[] {"psd", "psb", "ora", "png", "jpg", "webp", "pdf", "svg", "loom"}) {
            Path out = shell.path("out/kite." + ending);
            assertThat(shell.run("export", shell.path("drafts/kite.loom"), "--to", out, "--quiet"))
                    .as(shell.err())
                    .isZero();
            assertThat(out).isNotEmptyFile();
            assertThat(shell.out() + shell.err()).isEmpty();
        }
        assertThat(shell.run("inspect", shell.path("out/kite.psb"))).isZero();
        assertThat(shell.out()).contains("\"width\" : 90", "\"pixelsPerInch\" : 72.0");
    }

    @Test
    void a_batch_goes_on_after_a_bad_file_and_says_how_many_it_did() throws IOException {
        int code = shell.run(
                "export",
                shell.path("drafts") + "/*.loom",
                "--to",
                shell.path("out"),
                "--format",
                "webp,png",
                "--scale",
                "1,2");
        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.files("out"))
                .containsExactly(
                        "kite.png",
                        "kite.webp",
                        "kite@2x.png",
                        "kite@2x.webp",
                        "menu.png",
                        "menu.webp",
                        "menu@2x.png",
                        "menu@2x.webp");
        assertThat(shell.err()).contains("notes.loom: ").doesNotContain("Exception");
        assertThat(shell.out()).isEqualTo("Exported 2 of 3 files to " + shell.path("out") + System.lineSeparator());
    }

    @Test
    void what_a_format_cannot_hold_is_said() {
        assertThat(shell.run("export", shell.path("drafts/menu.loom"), "--to", shell.path("menu.psd")))
                .isZero();
        assertThat(shell.err().strip()).isEqualTo("Note: menu.loom: Text became pixels.");
    }

    @Test
    void of_several_formats_it_is_said_which_cannot_hold_something() {
        assertThat(shell.run(
                        "export",
                        shell.path("drafts/menu.loom"),
                        "--to",
                        shell.path("out"),
                        "--format",
                        "project,psd,jpeg,png"))
                .isZero();
        assertThat(shell.err().lines())
                .containsExactly(
                        "Note: menu.loom as psd: Text became pixels.",
                        "Note: menu.loom as jpeg: What is transparent became white.");
    }

    @Test
    void a_pattern_goes_into_folders_that_it_names() throws IOException {
        Files.createDirectories(shell.path("drafts/old/first"));
        project("drafts/old/first/cup.loom", Samples.design());
        for (String pattern : new String[] {"drafts/**/[ck]*.loom", "d*s/**/[ck]*.loom", "**/[ck]*.loom"}) {
            exportsCupAndKite(pattern);
        }
        Files.createSymbolicLink(shell.path("link"), shell.path("drafts"));
        exportsCupAndKite("link/**/[ck]*.loom");
        exportsCupAndKite("link/**/{cup,kite}.loom");
        refused("no file fits this pattern", folder + "/*/c*.loom", "--to", shell.path("a.png"));
        refused("cannot be followed", folder + "/none/*.loom", "--to", shell.path("a.png"));
    }

    private void exportsCupAndKite(String pattern) throws IOException {
        assertThat(shell.run(
                        "export",
                        folder + "/" + pattern,
                        "--to",
                        shell.path("out"),
                        "--format",
                        "png",
                        "--force",
                        "--quiet"))
                .as(shell.err())
                .isZero();
        assertThat(shell.files("out")).containsExactly("cup.png", "kite.png");
    }

    @Test
    void what_is_there_is_written_over_only_by_force() throws IOException {
        Path out = shell.file("menu.png", "old");
        assertThat(shell.run("export", shell.path("drafts/menu.loom"), "--to", out))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err().strip()).isEqualTo("layerloom: " + out + " is there already: --force writes over it");
        assertThat(out).hasContent("old");
        assertThat(shell.run("export", shell.path("drafts/menu.loom"), "--to", out, "--force"))
                .isZero();
        assertThat(Files.size(out)).isGreaterThan(40);
    }

    @Test
    void two_files_that_would_be_one_are_not_written_over_each_other() throws IOException {
        int code = shell.run(
                "export",
                shell.path("drafts/kite.loom"),
                shell.path("drafts/menu.loom"),
                "--to",
                shell.path("out"),
                "--format",
                "png",
                "--names",
                "same",
                "--force");
        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("menu.loom: ", "was written for another file just now");
        assertThat(shell.files("out")).containsExactly("same.png");
    }

    @Test
    void sets_have_folders_of_their_own() throws IOException {
        assertThat(shell.run(
                        "export",
                        shell.path("drafts/menu.loom"),
                        "--to",
                        shell.path("out"),
                        "--format",
                        "png-set,sprite-sheet,art",
                        "--layer-names",
                        "{name}"))
                .as(shell.err())
                .isZero();
        assertThat(shell.files("out"))
                .contains(
                        "menu-png-set/layers/Hi.png",
                        "menu-png-set/manifest.json",
                        "menu-sprite-sheet/sheet.json",
                        "menu-art/merged.png");
    }

    @Test
    void what_cannot_be_understood_ends_with_2_and_one_sentence() {
        refused("there is no such file", "missing.psd", "--to", shell.path("a.png"));
        refused("no file fits this pattern", shell.path("drafts") + "/*.ora", "--to", shell.path("a.png"));
        refused("is no known format's", shell.path("drafts/menu.loom"), "--to", shell.path("a.tiff"));
        refused("is no colour", shell.path("drafts/menu.loom"), "--to", shell.path("a.png"), "--background", "red");
        refused("not within 0.1 to 8", shell.path("drafts/menu.loom"), "--to", shell.path("a.png"), "--scale", "99");
        refused("expected one of psd", shell.path("drafts/menu.loom"), "--to", folder, "--format", "gif");
        refused("is one file", shell.path("drafts") + "/*.loom", "--to", shell.path("a.png"));
        refused("say into which format", shell.path("drafts/menu.loom"), "--to", folder);
    }

    private void refused(String sentence, Object... arguments) {
        Object[] line = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("export", "--quiet"), java.util.Arrays.stream(arguments))
                .toArray();
        assertThat(shell.run(line)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(sentence).doesNotContain("Exception");
        assertThat(shell.err().lines()).hasSize(1);
    }
}
