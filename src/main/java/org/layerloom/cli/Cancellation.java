package org.layerloom.cli;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ctrl-C: asks the run to stop, and holds the program's end back until the run has tidied up.
final class Cancellation implements AutoCloseable {
    private final AtomicBoolean requested = new AtomicBoolean();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "cancel");

    /// A cancellation that the process' end requests, until it is closed.
    static Cancellation onShutdown() {
        Cancellation cancellation = new Cancellation();
        Runtime.getRuntime().addShutdownHook(cancellation.hook);
        return cancellation;
    }

    void request() {
        requested.set(true);
        listeners.forEach(Runnable::run);
    }

    /// Has `work` done when it is requested, for what cannot ask whether it was: from another thread, or at once.
    void whenRequested(Runnable work) {
        listeners.add(work);
        if (requested.get()) {
            work.run();
        }
    }

    /// @throws CancellationException when it was requested
    void check() {
        if (requested.get()) {
            throw new CancellationException();
        }
    }

    private void stopAndWait() {
        request();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says that nothing is left to tidy up.
    @Override
    public void close() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook with it.
        }
    }
}
