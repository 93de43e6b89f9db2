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

    /// Stops a model's download, running or waiting.
    public synchronized void stop(String id) {
        Optional.ofNullable(known.get(id)).ifPresent(Download::stop);
    }

    private void run(Download download) {
        DownloadPlan plan = download.plan();
        Event end;
        try {
            tell(plan, State.RUNNING);
            Map<Path, String> fetched = download.run(
                    progress -> told.accept(new Event(plan, State.RUNNING, Optional.of(progress), Optional.empty())));
            hashes.record(fetched, Instant.now());
            end = new Event(plan, State.DONE, Optional.empty(), Optional.empty());
        } catch (CancellationException e) {
            end = new Event(plan, State.STOPPED, Optional.empty(), Optional.empty());
        } catch (IOException e) {
            end = new Event(plan, State.FAILED, Optional.empty(), Optional.of(e));
        } catch (RuntimeException e) {
            end = new Event(plan, State.FAILED, Optional.empty(), Optional.of(new IOException(e)));
        }
        synchronized (this) {
            known.remove(plan.model().id());
        }
        told.accept(end);
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
