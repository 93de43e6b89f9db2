package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every layout that cannot be used ends `generate` with code 2, one sentence that names what is wrong, and no
/// file.
final class BadLayoutTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                bad("", "the file is empty"),
                bad("{\"prompt\": \"a\",\n \"width\" 5}", "broken JSON in line 2, column"),
                bad("{\"prompt\": \"a\"} x", "broken JSON in line 1"),
                bad("{\"width\": 1, \"width\": 2}", "Duplicate field 'width'"),
                bad("[".repeat(5000), "broken JSON"),
                bad("[1, 2]", "holds a list where an object"),
                bad(own(64, 64, "[]", "\"colour\": 3"), "colour is not a field of a layout"),
                bad(
                        own(64, 64, "[{\"x\":0,\"y\":0,\"width\":9,\"height\":9,\"colour\":1}]"),
                        "regions[0].colour is not a field"),
                bad("{\"prompt\": 5, \"width\": 64, \"height\": 64, \"regions\": []}", "prompt is 5 where a text"),
                bad(
                        "{\"prompt\": null, \"width\": 64, \"height\": 64, \"regions\": []}",
                        "prompt is null where a text"),
                bad("{\"prompt\": \"a\", \"height\": 64, \"regions\": []}", "width is missing"),
                bad("{\"prompt\": \"a\", \"width\": 64, \"height\": 64}", "regions is missing"),
                bad(
                        "{\"prompt\": \"a\", \"width\": 64.5, \"height\": 64, \"regions\": []}",
                        "width is 64.5 where a whole number"),
                bad(
                        "{\"prompt\": \"a\", \"width\": \"64\", \"height\": 64, \"regions\": []}",
                        "width is the text \"64\""),
                bad(
                        "{\"prompt\": \"a\", \"width\": 64, \"height\": 64, \"regions\": {}}",
                        "regions is an object where a list"));
    }

    static Stream<Arguments> badPages() {
        return Stream.of(
                bad(own(64, 64, "[7]"), "regions[0] holds 7 where an object"),
                bad(own(64, 64, "[]", "\"seed\": \"x\""), "seed is the text \"x\" where a whole number"),
                bad(own(64, 64, "[]", "\"seed\": 99999999999999999999"), "seed is 99999999999999999999: it must fit"),
                bad(own(0, 64, "[]"), "width is 0: a page has 1 to 16384 px"),
                bad(own(64, 20_000, "[]"), "height is 20000: a page has 1 to 16384 px"),
                bad(own(64, 64, box(0, 0, 0, 5)), "regions[0].width is 0: a box has at least 1 px"),
                bad(own(64, 64, box(0, 0, 5, -5)), "regions[0].height is -5"),
                bad(own(64, 64, "[{\"x\":0,\"y\":0,\"width\":9}]"), "regions[0].height is missing"),
                bad(own(64, 64, "[{\"x\":3000000000,\"y\":0,\"width\":9,\"height\":9}]"), "regions[0].x is 3000000000"),
                bad(own(64, 64, box(64, 0, 5, 5)), "regions[0] (64, 0, 5 x 5) lies outside the page of 64 x 64"),
                bad(
                        own(64, 64, "[{\"x\":0,\"y\":0,\"width\":9,\"height\":9,\"prompt\":[]}]"),
                        "regions[0].prompt is a list"),
                bad(own(64, 64, fiftyOne(box(0, 0, 5, 5))), "regions holds 51 boxes: at most 50"),
                bad(own(64, 64, "[]").replace("a cat", "  "), "the prompt is empty"),
                bad(own(64, 64, "[]").replace("a cat", "\\ud800"), "prompt holds half a character"),
                bad(own(64, 64, "[]").replace("a cat", "cat".repeat(5000)), "prompt has 15000 characters"));
    }

    static Stream<Arguments> badArtLayouts() {
        return Stream.of(
                bad(art("[0,0,64,64]"), "layout holds 1 boxes: the first two"),
                bad(art("[0,0,64,64],[0,0,64,32]"), "layout[1] is not as large as layout[0]"),
                bad(art("[8,0,64,64],[8,0,64,64]"), "layout[0] begins at 8, 0"),
                bad(art("[0,0,64,64],[0,0,64,64],[9,9,9,20]"), "layout[2] [9, 9, 9, 20] is empty or negative"),
                bad(art("[0,0,64,64],[0,0,64,64],[0,0,9]"), "layout[2] is a list of 3 where a box"),
                bad(art("[0,0,64,64],[0,0,64,64],[0,0,9,true]"), "layout[2][3] is true where a whole number"),
                bad(art("[0,0,64,64],[0,0,64,64],[70,0,90,9]"), "layout[2] (70, 0, 20 x 9) lies outside"),
                bad(art("[0,0,20000,64],[0,0,20000,64]"), "layout[0]'s width is 20000"),
                bad("{\"index\": 1, \"wholecaption\": \"a\"}", "layout is missing"),
                bad("{\"wholecaption\": \"a\", \"layout\": [], \"width\": 5}", "width is not a field of a layout"),
                bad("{\"wholecaption\": 1, \"layout\": [[0,0,9,9],[0,0,9,9]]}", "wholecaption is 1 where a text"));
    }

    @ParameterizedTest
    @MethodSource({"badFiles", "badPages", "badArtLayouts"})
    void a_layout_that_cannot_be_used_is_refused_by_name(String layout, String sentence) throws IOException {
        Path file = shell.file("layout.json", layout);
        assertThat(shell.run("generate", file, "--out", shell.path("out"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(sentence).doesNotContain("Exception", "\tat ");
        assertThat(shell.err().lines()).hasSize(1);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.path("out")).doesNotExist();
    }

    @Test
    void a_file_that_is_no_text_of_a_sane_size_is_refused() throws IOException {
        assertThat(refused(shell.path("missing.json"))).contains("missing.json: there is no such file");
        assertThat(refused(folder)).contains("this is a folder where a layout file is expected");
        Path latin = shell.path("latin.json");
        Files.write(latin, "{\"prompt\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(latin)).contains("the file is not UTF-8 text");
        Path huge = shell.path("huge.json");
        Files.write(huge, new byte[10_000_001]);
        assertThat(refused(huge)).contains("the file is too large; a layout has at most 10 MB");
    }

    private String refused(Path layout) {
        assertThat(shell.run("generate", layout, "--out", shell.path("out"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err().lines()).hasSize(1);
        return shell.err();
    }

    private static Arguments bad(String layout, String sentence) {
        return Arguments.of(layout, sentence);
    }

    private static String own(int width, int height, String regions, String... more) {
        String fields = more.length == 0 ? "" : ", " + String.join(", ", more);
        return "{\"prompt\": \"a cat\", \"width\": " + width + ", \"height\": " + height + ", \"regions\": " + regions
                + fields + "}";
    }

    private static String art(String boxes) {
        return "{\"index\": 1, \"wholecaption\": \"a cat\", \"layout\": [" + boxes + "]}";
    }

    private static String box(int x, int y, int width, int height) {
        return "[{\"x\": " + x + ", \"y\": " + y + ", \"width\": " + width + ", \"height\": " + height + "}]";
    }

    private static String fiftyOne(String list) {
        return "[" + String.join(",", Collections.nCopies(51, list.substring(1, list.length() - 1))) + "]";
    }
}
