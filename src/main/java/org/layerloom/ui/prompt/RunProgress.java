package org.layerloom.ui.prompt;

import java.time.Duration;
import java.util.Optional;
import org.layerloom.generate.Progress;
import org.layerloom.words.Words;

/// How far a run is.
///
/// @param done parts of the stage done, of `total`
/// @param left time that painting still takes, once it can be told
public record RunProgress(RunTask task, Progress.Stage stage, int done, int total, Optional<Duration> left) {
    private static final Words WORDS = Words.of(RunProgress.class);

    /// Painting is nearly all of a run; the rest is the last stretch of the bar.
    private static final double PAINTING = 0.9;

    /// What goes on: `Painting 8 layers`, or what comes before and after it.
    public String title() {
        return switch (stage) {
            case WAIT -> WORDS.text("stage.wait", total);
            case LOAD -> WORDS.text("stage.load");
            case QUANTIZE -> WORDS.text("stage.quantize");
            case ENCODE -> WORDS.text("stage.encode");
            case DENOISE -> task.title();
            case DECODE -> WORDS.text("stage.decode");
        };
    }

    /// `step 3 of 8`, `30 %`; empty where there are no steps to count.
    public String step() {
        return switch (stage) {
            case DENOISE -> WORDS.text("step", done, total);
            case QUANTIZE -> WORDS.text("percent", Math.round(100.0 * done / total));
            case WAIT, LOAD, ENCODE, DECODE -> "";
        };
    }

    /// Share of the run, with all its parts, that is done, 0..1; -1 before the first step, when nobody knows. What is
    /// made once for all runs has a bar of its own.
    public double share() {
        double stages = total == 0 ? 1 : (double) done / total;
        if (stage == Progress.Stage.QUANTIZE) {
            return stages;
        }
        double one = switch (stage) {
            case WAIT, LOAD, QUANTIZE, ENCODE -> task.part() == 0 ? -1 : 0;
            case DENOISE -> PAINTING * stages;
            case DECODE -> PAINTING + (1 - PAINTING) * stages;
        };
        return one < 0 ? -1 : (task.part() + one) / task.parts();
    }

    /// `about 9 s left`; empty where that cannot be told.
    public String timeLeft() {
        return left.map(time -> WORDS.text("time.left", Counts.seconds(time))).orElse("");
    }
}
