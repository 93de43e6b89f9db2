package org.layerloom.download;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Ends a connection that brings nothing for long, as the reader of one cannot do it.
final class Silence implements AutoCloseable {
    private final AtomicLong lastNanos = new AtomicLong(System.nanoTime());
    private final Thread watch;

    Silence(Duration longest, Runnable end) {
        watch = Thread.ofVirtual().start(() -> {
            try {
                long quiet = System.nanoTime() - lastNanos.get();
                while (quiet < longest.toNanos()) {
                    Thread.sleep(Duration.ofNanos(longest.toNanos() - quiet));
                    quiet = System.nanoTime() - lastNanos.get();
                }
                end.run();
            } catch (InterruptedException e) {
                return; // all came
            }
        });
    }

    /// Something came.
    void heard() {
        lastNanos.set(System.nanoTime());
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
