package org.layerloom.ui.frame;

import java.util.function.Consumer;
import org.layerloom.words.Words;

/// Catches what nobody caught on the JavaFX thread: it is logged and told, and the window goes on with the document
/// as it was last committed.
public final class Faults implements Thread.UncaughtExceptionHandler {
    private final Consumer<Throwable> log;
    private final Runnable restore;
    private final Consumer<String> messages;
    private Thread.UncaughtExceptionHandler before;

    /// @param log keeps the details
    /// @param restore brings the screen back to the committed document
    /// @param messages takes the sentence for the user
    public Faults(Consumer<Throwable> log, Runnable restore, Consumer<String> messages) {
        this.log = log;
        this.restore = restore;
        this.messages = messages;
    }

    /// Watches the calling thread.
    public void watch() {
        before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler(this);
    }

    /// Gives the calling thread back to who watched it before.
    public void stop() {
        if (Thread.currentThread().getUncaughtExceptionHandler() == this) {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        log.accept(problem);
        try {
            restore.run();
            messages.accept(sentence(problem));
        } catch (RuntimeException | Error e) {
            log.accept(e);
        }
    }

    private static String sentence(Throwable problem) {
        Words words = Words.of(Faults.class);
        return problem instanceof OutOfMemoryError
                ? words.text("fault.memory")
                : words.text("fault", problem.getClass().getSimpleName());
    }
}
