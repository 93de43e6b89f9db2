package org.layerloom.download;

import java.time.Duration;
import java.util.Optional;

/// How far a download is.
///
/// @param file  the name of the file that it is at
/// @param done  bytes of all its files that are there
/// @param total bytes of all its files; 0 = not known
/// @param left  how long it still takes, where that can be told
public record DownloadProgress(Stage stage, String file, long done, long total, Optional<Duration> left) {
    /// What is being done.
    public enum Stage {
        FETCH,
        /// The connection broke; it is asked again in a moment.
        WAIT,
        /// The hash of a whole file is computed.
        CHECK
    }

    /// 0..1; below 0 where it cannot be told.
    public double fraction() {
        return total == 0 ? -1 : Math.min(1, (double) done / total);
    }
}
