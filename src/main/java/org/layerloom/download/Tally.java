package org.layerloom.download;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/// Adds up how far a download is, and tells it a few times a second. One download, one thread.
final class Tally {
    private static final long NANOS_BETWEEN = Duration.ofMillis(100).toNanos();
    /// Below this the pace says too little.
    private static final long NANOS_BEFORE_ESTIMATE = Duration.ofSeconds(2).toNanos();
    /// The pace is that of about so long.
    private static final double MEMORY_NANOS = Duration.ofSeconds(10).toNanos();

    private static final double NANOS = 1e9;

    private final long[] sizes;
    private final Consumer<DownloadProgress> told;
    private final LongSupplier nanoTime;
    private int index;
    private String name = "";
    private DownloadProgress.Stage stage = DownloadProgress.Stage.FETCH;
    private long doneBefore;
    private long at;
    private long lastNanos;
    private long startNanos;
    private long fetchedNanos;
    private double pace;

    /// @param files in the order in which they are fetched
    /// @param nanoTime a clock as `System::nanoTime`
    Tally(List<RemoteFile> files, Consumer<DownloadProgress> told, LongSupplier nanoTime) {
        sizes = files.stream().mapToLong(RemoteFile::bytes).toArray();
        this.told = told;
        this.nanoTime = nanoTime;
        startNanos = nanoTime.getAsLong();
    }

    /// The next file is begun or gone on with.
    ///
    /// @param length bytes of it that are there
    void begin(int file, String path, long length) {
        index = file;
        name = path;
        at = length;
        stage(DownloadProgress.Stage.FETCH);
    }

    /// The server told how large the file is.
    void size(long bytes) {
        sizes[index] = bytes;
    }

    /// So much of the file is there.
    void at(long length) {
        long now = nanoTime.getAsLong();
        if (length < at) {
            at = length; // begun again
        }
        if (fetchedNanos > 0 && now > fetchedNanos) {
            double weight = Math.min(1, (now - fetchedNanos) / MEMORY_NANOS);
            double current = (length - at) * NANOS / (now - fetchedNanos);
            pace = pace == 0 ? current : pace + weight * (current - pace);
        }
        fetchedNanos = now;
        at = length;
        if (now - lastNanos >= NANOS_BETWEEN) {
            tell(now);
        }
    }

    void stage(DownloadProgress.Stage next) {
        stage = next;
        fetchedNanos = 0;
        tell(nanoTime.getAsLong());
    }

    /// The file is at its place.
    void end(long length) {
        sizes[index] = length;
        doneBefore += length;
        at = 0;
        tell(nanoTime.getAsLong());
    }

    private void tell(long now) {
        lastNanos = now;
        long total = LongStream.of(sizes).sum();
        long done = doneBefore + at;
        boolean paced = total > 0 && pace > 0 && now - startNanos >= NANOS_BEFORE_ESTIMATE;
        Optional<Duration> left = paced && stage == DownloadProgress.Stage.FETCH
                ? Optional.of(Duration.ofMillis((long) (Math.max(0, total - done) / pace * 1000)))
                : Optional.empty();
        told.accept(new DownloadProgress(stage, name, done, total, left));
    }
}
