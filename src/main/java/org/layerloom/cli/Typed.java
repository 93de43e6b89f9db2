package org.layerloom.cli;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Waits for what a user types, until Ctrl-C. Reading from a terminal cannot be ended, so it is done in a thread that
/// the program's end does not wait for.
record Typed(Cancellation cancellation) {
    /// What is read.
    interface Reading<T> {
        T read() throws IOException;
    }

    /// @throws CancellationException when it was requested, at once
    <T> T read(Reading<T> reading) throws IOException {
        CompletableFuture<T> typed = new CompletableFuture<>();
        cancellation.whenRequested(() -> typed.cancel(false));
        cancellation.check();
        Thread.ofPlatform().name("typed").daemon().start(() -> {
            try {
                typed.complete(reading.read());
            } catch (IOException | RuntimeException | Error e) {
                typed.completeExceptionally(e);
            }
        });
        try {
            return typed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
        }
    }
}
