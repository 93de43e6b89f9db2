package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;

/// How every way to fail ends: the exit code, one sentence, the trace in the log only, and nothing written.
final class FailuresTest {
    @TempDir
    private Path folder;

    private Path layout;

    @BeforeEach
    void write() throws IOException {
        layout = Files.writeString(
                folder.resolve("layout.json"), "{\"prompt\": \"a\", \"width\": 32, \"height\": 32, \"regions\": []}");
    }

    /// What a broken model does when it runs.
    private interface Failure {
        void fail() throws ModelException;
    }

    @Test
    void a_broken_model_ends_with_3() throws IOException {
        Shell shell = failing(() -> {
            throw new ModelException("x.safetensors: the header is too long");
        });
        assertThat(shell.err()).endsWith("layerloom: x.safetensors: the header is too long" + System.lineSeparator());
        assertThat(shell.log()).doesNotExist();
    }

    @Test
    void a_model_that_is_not_there_ends_with_3() throws IOException {
        Shell shell = new Shell(folder);
        assertThat(shell.run("generate", layout, "--out", shell.path("out"), "--model", "none"))
                .isEqualTo(ExitCode.NO_MODEL);
        assertThat(shell.err()).contains("there is no model, no folder and no file called none", "painted");
        assertThat(shell.path("out")).doesNotExist();
    }

    @Test
    void what_the_model_cannot_do_ends_with_2() throws IOException {
        Shell shell = failing(() -> {
            throw new IllegalArgumentException("the page is too large for this model");
        });
        assertThat(shell.err()).contains("layerloom: the page is too large for this model");
    }

    @Test
    void a_bug_ends_with_1_and_its_trace_stands_in_the_log_only() throws IOException {
        Shell shell = failing(() -> {
            throw new IllegalStateException("odd");
        });
        assertThat(shell.err())
                .contains("this is a bug", "odd", shell.log().toString())
                .doesNotContain("\tat ");
        assertThat(shell.log()).content().contains("\tat ", "IllegalStateException: odd");
    }

    @Test
    void too_little_memory_ends_with_1_and_says_what_helps() throws IOException {
        Shell java = failing(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertThat(java.err()).contains("not enough memory");
        Shell engine = failing(() -> {
            throw new IllegalStateException("DefaultCPUAllocator: can't allocate memory: you tried to");
        });
        assertThat(engine.err()).contains("not enough memory");
    }

    @ParameterizedTest
    @CsvSource({
        "generate, Missing required",
        "generate LAYOUT --out OUT --steps none, --steps",
        "generate LAYOUT --out OUT --steps 0, steps 0 is not within 1 to 200",
        "generate LAYOUT --out OUT --guidance -3, guidance -3.0 is not within",
        "generate LAYOUT --out OUT --seed 1.5, --seed",
        "generate LAYOUT --out OUT --device tpu, --device",
        "generate LAYOUT --out OUT --formats gif, --formats",
        "generate LAYOUT --out OUT --colour red, --colour",
        "inspect, Missing required",
        "paint, paint",
        "--nothing, --nothing"
    })
    void arguments_that_cannot_be_used_end_with_2_and_one_sentence_that_names_them(String line, String sentence)
            throws IOException {
        Shell shell = new Shell(folder);
        Object[] arguments = line.replace("LAYOUT", layout.toString())
                .replace("OUT", folder.resolve("out").toString())
                .split(" ");
        assertThat(shell.run(arguments)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(sentence).doesNotContain("Exception");
        assertThat(shell.err().lines()).hasSize(1);
        assertThat(shell.path("out")).doesNotExist();
    }

    private Shell failing(Failure failure) throws IOException {
        Shell shell = new Shell(folder, new Broken(failure));
        int code = shell.run("generate", layout, "--out", shell.path("out"));
        assertThat(code).isEqualTo(expected(failure));
        assertThat(shell.path("out")).doesNotExist();
        assertThat(shell.err()).doesNotContain("\tat ");
        return shell;
    }

    private static int expected(Failure failure) {
        try {
            failure.fail();
            return ExitCode.DONE;
        } catch (ModelException e) {
            return ExitCode.NO_MODEL;
        } catch (IllegalArgumentException e) {
            return ExitCode.BAD_INPUT;
        } catch (RuntimeException | Error e) {
            return ExitCode.FAILED;
        }
    }

    /// A model that is found and loads, and fails when it runs.
    private record Broken(Failure failure) implements GeneratorProvider, LayerGenerator {
        @Override
        public Optional<ModelEntry> recognise(Path folder) {
            return Optional.of(new ModelEntry("broken", "Broken", folder, this, Abilities.layers(512)));
        }

        @Override
        public LayerGenerator open(ModelEntry entry, String device, Progress progress) {
            return this;
        }

        @Override
        public GenerateResult generate(GenerateRequest request, Progress progress) throws ModelException {
            failure.fail();
            throw new AssertionError("a failure that does not fail");
        }

        @Override
        public String device() {
            return "none";
        }

        @Override
        public void close() {}
    }
}
