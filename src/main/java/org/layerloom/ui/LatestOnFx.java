package org.layerloom.ui;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Hands values from another thread to the JavaFX thread. Where they come faster than they are taken, only the
/// latest arrives.
public final class LatestOnFx<T> {
    private final AtomicReference<T> waiting = new AtomicReference<>();
    private final Consumer<T> taker;

    /// @param taker is called on the JavaFX thread
    public LatestOnFx(Consumer<T> taker) {
        this.taker = taker;
    }

    public void offer(T value) {
        if (waiting.getAndSet(value) == null) {
            Platform.runLater(() -> taker.accept(waiting.getAndSet(null)));
        }
    }
}
