package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `plan` by rules and out of an answer; what it writes is what `generate` reads.
final class PlanCommandTest {
    private static final String PROMPT = "a poster with a large lion, two balloons and 'ROAR'";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
    }

    @Test
    void a_layout_is_written_that_generate_reads() throws IOException {
        Path layout = shell.path("layout.json");
        assertThat(shell.run("plan", "--prompt", PROMPT, "--size", "160x200", "--out", layout))
                .isZero();
        assertThat(shell.out().strip()).isEqualTo("Wrote 4 boxes to " + layout);
        assertThat(shell.run("generate", layout, "--out", shell.path("out"))).isZero();
        assertThat(shell.out()).startsWith("Made 5 layers");
    }

    @Test
    void without_a_file_the_layout_is_printed() {
        assertThat(shell.run("plan", "--prompt", PROMPT, "--size", "160x200")).isZero();
        assertThat(shell.out()).contains("\"prompt\" : \"" + PROMPT + "\"", "\"width\" : 160", "\"regions\"");
    }

    @Test
    void boxes_come_out_of_a_language_models_answer() throws IOException {
        Path answer = shell.file("answer.txt", "Here you are:\n[[10, 10, 90, 60], [20, 70, 60, 95]]\nEnjoy.");
        assertThat(shell.run("plan", "--prompt", "x", "--size", "100x100", "--answer", answer))
                .isZero();
        assertThat(shell.out()).contains("\"prompt\" : \"x\"", "\"width\" : 80", "\"height\" : 50");
    }

    @Test
    void the_question_names_page_and_prompt() {
        assertThat(shell.run("plan", "--prompt", PROMPT, "--size", "160x200", "--question"))
                .isZero();
        assertThat(shell.out()).contains("160 px wide and 200 px high", PROMPT, "\"regions\"");
    }

    @Test
    void what_is_wrong_is_said_in_one_sentence() throws IOException {
        assertThat(shell.run("plan", "--prompt", "on a blue background")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("it names no things to make boxes for");
        assertThat(shell.run("plan", "--prompt", PROMPT, "--size", "wide")).isNotZero();
        assertThat(shell.err()).contains("expected a size in px like 1024x768 but was 'wide'");
        assertThat(shell.run("plan", "--prompt", PROMPT, "--answer", shell.path("none.txt")))
                .isEqualTo(ExitCode.BAD_INPUT);
        Path empty = shell.file("empty.txt", "I would rather not.");
        assertThat(shell.run("plan", "--prompt", PROMPT, "--answer", empty)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--answer: the text holds no boxes");
    }
}
