package org.layerloom.ui.files;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Does a window's work on files, one after the other, on a thread of its own. Lives on the JavaFX thread.
final class Disk {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("files").daemon().factory());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private int works;

    /// What is done on the thread; it gives what is to be done after it on the JavaFX thread.
    @FunctionalInterface
    interface Work {
        Runnable run() throws IOException;
    }

    /// Whether the user waits for something.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Does what the user asked for.
    ///
    /// @param problem hears on the JavaFX thread what went wrong
    void run(Work work, Consumer<Throwable> problem) {
        works++;
        busy.set(true);
        thread.execute(() -> {
            Runnable then = done(work, problem);
            Platform.runLater(() -> {
                works--;
                busy.set(works > 0);
                then.run();
            });
        });
    }

    /// Does what nobody waits for.
    void runUnseen(Work work, Consumer<Throwable> problem) {
        thread.execute(() -> Platform.runLater(done(work, problem)));
    }

    private static Runnable done(Work work, Consumer<Throwable> problem) {
        try {
            return work.run();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return () -> problem.accept(e);
        }
    }

    /// Calls back on the JavaFX thread when all that was begun before is done.
    void afterAll(Runnable then) {
        thread.execute(() -> Platform.runLater(then));
    }
}
