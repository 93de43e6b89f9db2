package org.layerloom.ui.frame;

import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Catches what nobody caught on the JavaFX thread: it is logged and told, and the window goes on with the document as
/// it
/// was last committed.
public final class Faults implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(Faults.class.getName());

    private final Runnable restore;
    private final Consumer<String> messages;

    /// @param restore brings the screen back to the committed document
    /// @param messages takes the sentence for the user
    public Faults(Runnable restore, Consumer<String> messages) {
        this.restore = restore;
        this.messages = messages;
    }

    /// Watches the calling thread.
    public void watch() {
        Thread.currentThread().setUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        LOG.log(Level.SEVERE, "not caught in " + thread.getName(), problem);
        try {
            restore.run();
            messages.accept(sentence(problem));
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "while telling of it", e);
        }
    }

    private static String sentence(Throwable problem) {
        return problem instanceof OutOfMemoryError
                ? "The memory ran out. Your layers are unchanged; save before you go on."
                : "Something failed (" + problem.getClass().getSimpleName()
                        + "). Your layers are unchanged; the log has the details.";
    }
}
