package org.layerloom.download;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// The wish that a download stops, which any thread may have. What was fetched stays, to be gone on with.
public final class Stop {
    private final AtomicBoolean requested = new AtomicBoolean();
    private final AtomicReference<InputStream> open = new AtomicReference<>();

    /// Ends the download within moments, also where nothing comes.
    public void request() {
        requested.set(true);
        closeOpen();
    }

    void closeOpen() {
        InputStream now = open.getAndSet(null);
        if (now != null) {
            try {
                now.close();
            } catch (IOException e) {
                // whoever reads from it hears of that
            }
        }
    }

    /// Has `body` closed when the download is to stop.
    void reading(InputStream body) {
        open.set(body);
        if (requested.get()) {
            closeOpen();
        }
    }

    /// @throws CancellationException when it is to stop
    void check() {
        if (requested.get()) {
            throw new CancellationException();
        }
    }
}
