package org.layerloom.download;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Downloads that were asked for, made one at a time in a thread of their own.
public final class DownloadQueue implements AutoCloseable {
    /// Where a download stands.
    public enum State {
        WAITING,
        RUNNING,
        /// All its files are at their places.
        DONE,
        /// The user stopped it; what came stays.
        STOPPED,
        FAILED
    }

    /// What became of one.
    ///
    /// @param plan     what was asked for
    /// @param progress while it runs
    /// @param problem  why it failed; its message is a sentence
    public record Event(
            DownloadPlan plan, State state, Optional<DownloadProgress> progress, Optional<IOException> problem) {}

    private final HashBook hashes;
    private final Consumer<Event> told;
    private final Map<String, Download> known = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("downloads").daemon().factory());
    private Download running;

    /// @param hashes records the hashes of what comes
    /// @param told   hears of every change, in the thread of downloads or in the one that asks
    public DownloadQueue(HashBook hashes, Consumer<Event> told) {
        this.hashes = hashes;
        this.told = told;
    }

    /// Fetches a model when those before it are done; one that waits or runs already is left at that.
    public synchronized void add(DownloadPlan plan, Access access) {
        if (known.containsKey(plan.model().id())) {
            return;
        }
        Download download = new Download(plan, access);
        known.put(plan.model().id(), download);
        tell(plan, State.WAITING);
        worker.execute(() -> run(download));
    }

    /// Stops a model's download, running or waiting; one that waits has ended with this.
    public synchronized void stop(String id) {
        Download download = known.get(id);
        if (download == null) {
            return;
        }
        download.stop();
        if (download != running) {
            known.remove(id);
            tell(download.plan(), State.STOPPED);
        }
    }

    /// @return whether it is still wanted
    private synchronized boolean begin(Download download) {
        if (known.get(download.plan().model().id()) != download) {
            return false;
        }
        running = download;
        tell(download.plan(), State.RUNNING);
        return true;
    }

    private void run(Download download) {
        if (!begin(download)) {
            return;
        }
        Event end = end(download);
        synchronized (this) {
            running = null;
            known.remove(download.plan().model().id());
            told.accept(end);
        }
    }

    private Event end(Download download) {
        DownloadPlan plan = download.plan();
        try {
            Map<Path, String> fetched = download.run(
                    progress -> told.accept(new Event(plan, State.RUNNING, Optional.of(progress), Optional.empty())));
            record(fetched);
            return new Event(plan, State.DONE, Optional.empty(), Optional.empty());
        } catch (CancellationException e) {
            return new Event(plan, State.STOPPED, Optional.empty(), Optional.empty());
        } catch (IOException e) {
            return new Event(plan, State.FAILED, Optional.empty(), Optional.of(e));
        } catch (RuntimeException e) {
            return new Event(plan, State.FAILED, Optional.empty(), Optional.of(new IOException(e)));
        }
    }

    private void record(Map<Path, String> fetched) {
        try {
            hashes.record(fetched, Instant.now());
        } catch (IOException e) {
            // The files are whole and at their places; the next check records what it finds.
        }
    }

    private void tell(DownloadPlan plan, State state) {
        told.accept(new Event(plan, state, Optional.empty(), Optional.empty()));
    }

    /// Stops all of them; they can be gone on with at the next start.
    @Override
    public synchronized void close() {
        known.values().forEach(Download::stop);
        worker.shutdown();
    }
}
