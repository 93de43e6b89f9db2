package org.layerloom.generate;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.layerloom.document.Raster;

/// One run, started on a thread of its own, that can be watched and cancelled. All of the listener's calls come
/// from that thread; exactly one of `finished`, `cancelled` and `failed` comes last.
public final class GenerateJob {
    /// What the one who started the run wants to hear.
    public interface Listener {
        void step(Progress.Stage stage, int done, int total);

        void preview(Raster picture);

        void finished(GenerateResult result);

        /// @param made what the run had finished by then; empty where that is nothing
        void cancelled(Optional<GenerateResult> made);

        /// @param problem a {@link ModelException}, an {@link IllegalArgumentException} with a sentence for the
        ///     user, an {@link OutOfMemoryError}, or a bug
        void failed(Throwable problem);
    }

    /// Gives the generator on the job's thread: loading takes seconds.
    @FunctionalInterface
    public interface Opener {
        LayerGenerator open(Progress progress) throws ModelException;
    }

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final GenerateRequest request;
    private final Listener listener;

    private GenerateJob(GenerateRequest request, Listener listener) {
        this.request = request;
        this.listener = listener;
    }

    /// Starts the run at once and returns.
    public static GenerateJob start(GenerateRequest request, Opener opener, Listener listener) {
        GenerateJob job = new GenerateJob(request, listener);
        Thread.ofPlatform().name("generate").daemon().start(() -> job.run(opener));
        return job;
    }

    /// Asks the run to stop; it does so within a step.
    public void cancel() {
        cancelled.set(true);
    }

    public GenerateRequest request() {
        return request;
    }

    private void run(Opener opener) {
        Consumer<Listener> end;
        try {
            progress.step(Progress.Stage.LOAD, 0, 1);
            LayerGenerator generator = opener.open(progress);
            progress.step(Progress.Stage.LOAD, 1, 1);
            progress.check();
            GenerateResult result = generator.generate(request, progress);
            end = l -> l.finished(result);
        } catch (PartlyMadeException e) {
            end = l -> l.cancelled(Optional.of(e.made()));
        } catch (CancellationException e) {
            end = l -> l.cancelled(Optional.empty());
        } catch (ModelException | RuntimeException | Error e) {
            end = l -> l.failed(MemoryShortage.named(e));
        }
        end.accept(listener);
    }

    private final Progress progress = new Progress() {
        @Override
        public void step(Stage stage, int done, int total) {
            listener.step(stage, done, total);
        }

        @Override
        public void preview(Raster picture) {
            listener.preview(picture);
        }

        @Override
        public void check() {
            if (cancelled.get()) {
                throw new CancellationException();
            }
        }
    };
}
