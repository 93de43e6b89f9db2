package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.layerloom.generate.Progress.Stage;

/// What a waiting user sees, on a clock that the test turns.
final class ConsoleProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Cancellation cancellation = new Cancellation();
    private long nanos = 1;

    @Test
    void lines_that_stay_are_sparse_and_tell_the_time_left() {
        try (ConsoleProgress progress = progress(false)) {
            run(progress, 40, Duration.ofSeconds(1));
        }
        assertThat(err().lines())
                .containsExactly(
                        "Loading the model",
                        "Making the layers: step 0 of 40",
                        "Making the layers: step 5 of 40, about 35 s left",
                        "Making the layers: step 10 of 40, about 30 s left",
                        "Making the layers: step 15 of 40, about 25 s left",
                        "Making the layers: step 20 of 40, about 20 s left",
                        "Making the layers: step 25 of 40, about 15 s left",
                        "Making the layers: step 30 of 40, about 10 s left",
                        "Making the layers: step 35 of 40, about 5 s left",
                        "Making the layers: step 40 of 40");
    }

    @Test
    void on_a_screen_one_line_is_written_over_and_cleared_at_the_end() {
        try (ConsoleProgress progress = progress(true)) {
            run(progress, 4, Duration.ofMillis(100));
        }
        assertThat(err())
                .doesNotContain("\n")
                .contains("step 1 of 4", "step 4 of 4")
                .endsWith("\r\u001b[K");
    }

    @Test
    void a_run_learns_between_steps_that_it_is_to_stop() {
        ConsoleProgress progress = progress(false);
        progress.check();
        cancellation.request();
        assertThatThrownBy(progress::check).isInstanceOf(CancellationException.class);
    }

    private void run(ConsoleProgress progress, int steps, Duration each) {
        progress.step(Stage.LOAD, 0, 1);
        progress.step(Stage.LOAD, 1, 1);
        progress.step(Stage.DENOISE, 0, steps);
        for (int i = 1; i <= steps; i++) {
            nanos += each.toNanos();
            progress.step(Stage.DENOISE, i, steps);
        }
    }

    private ConsoleProgress progress(boolean rewrites) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new ConsoleProgress(new Terminal(stream, stream, rewrites), false, cancellation, () -> nanos);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
