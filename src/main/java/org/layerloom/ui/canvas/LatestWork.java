package org.layerloom.ui.canvas;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

/// Work apart from the JavaFX thread of which only the latest counts: what was asked for before is given up. To be
/// used on the JavaFX thread.
public final class LatestWork {
    private final AtomicLong latest = new AtomicLong();
    private final Consumer<Throwable> failures;
    private Runnable waiting;
    private boolean working;

    /// @param failures takes what went wrong, on the JavaFX thread
    public LatestWork(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    /// Begins anew.
    ///
    /// @param work is asked apart, and asks itself whether it was given up
    /// @param taker takes the result on the JavaFX thread, if nothing else was asked for meanwhile
    public <T> void submit(Function<BooleanSupplier, T> work, Consumer<T> taker) {
        long mine = latest.incrementAndGet();
        waiting = () -> {
            BooleanSupplier stale = () -> latest.get() != mine;
            Runnable end;
            try {
                T result = work.apply(stale);
                end = () -> {
                    if (!stale.getAsBoolean()) {
                        taker.accept(result);
                    }
                };
            } catch (CancellationException given) {
                end = () -> {};
            } catch (RuntimeException | OutOfMemoryError e) {
                end = () -> failures.accept(e);
            }
            Runnable last = end;
            Platform.runLater(() -> {
                working = false;
                last.run();
                next();
            });
        };
        next();
    }

    /// Gives up what is going on.
    public void cancel() {
        latest.incrementAndGet();
        waiting = null;
    }

    private void next() {
        if (!working && waiting != null) {
            Runnable job = waiting;
            waiting = null;
            working = true;
            Thread.ofPlatform().name("transform").daemon().start(job);
        }
    }
}
