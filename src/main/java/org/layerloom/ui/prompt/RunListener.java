package org.layerloom.ui.prompt;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.layerloom.document.Raster;
import org.layerloom.generate.GenerateJob;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.Progress;
import org.layerloom.ui.LatestOnFx;

/// Hears a run on its thread and tells it on the JavaFX thread, never faster than that one listens.
final class RunListener implements GenerateJob.Listener {
    /// How a run ended.
    sealed interface End {
        /// @param steps of painting that it took
        /// @param time without the loading of the model
        record Finished(GenerateResult result, int steps, Duration time) implements End {}

        /// @param step where painting was, 0 = before its first step
        /// @param made what was finished by then; empty where that is nothing
        /// @param time without the loading of the model
        record Cancelled(int step, Optional<GenerateResult> made, Duration time) implements End {}

        /// @param step where painting was, 0 = before its first step
        record Failed(Throwable problem, int step) implements End {}
    }

    private final RunTask task;
    private final LatestOnFx<RunProgress> progress;
    private final LatestOnFx<Raster> preview;
    private final Runnable onOver;
    private final Consumer<End> onEnd;
    private final SteadyTime time = new SteadyTime();
    private long loadedNanos = System.nanoTime();
    private int step;

    /// All consumers are called on the JavaFX thread.
    ///
    /// @param onOver called on the run's thread when it is over, before `onEnd`
    RunListener(
            RunTask task,
            Consumer<RunProgress> onProgress,
            Consumer<Raster> onPreview,
            Runnable onOver,
            Consumer<End> onEnd) {
        this.task = task;
        this.progress = new LatestOnFx<>(onProgress);
        this.preview = new LatestOnFx<>(onPreview);
        this.onOver = onOver;
        this.onEnd = onEnd;
    }

    @Override
    public void step(Progress.Stage stage, int done, int total) {
        long now = System.nanoTime();
        if (stage == Progress.Stage.LOAD) {
            loadedNanos = now;
        } else if (stage == Progress.Stage.DENOISE) {
            step = done;
        }
        progress.offer(new RunProgress(task, stage, done, total, left(stage, done, total, now)));
    }

    /// The time that this run and those after it still take.
    private Optional<Duration> left(Progress.Stage stage, int done, int total, long now) {
        return time.step(stage, done, total, now).map(left -> left.plus(task.after()));
    }

    @Override
    public void preview(Raster picture) {
        preview.offer(picture);
    }

    @Override
    public void finished(GenerateResult result) {
        end(new End.Finished(result, step, sinceLoaded()));
    }

    private Duration sinceLoaded() {
        return Duration.ofNanos(System.nanoTime() - loadedNanos);
    }

    @Override
    public void cancelled(Optional<GenerateResult> made) {
        end(new End.Cancelled(step, made, sinceLoaded()));
    }

    @Override
    public void failed(Throwable problem) {
        end(new End.Failed(problem, step));
    }

    private void end(End end) {
        onOver.run();
        Platform.runLater(() -> onEnd.accept(end));
    }
}
