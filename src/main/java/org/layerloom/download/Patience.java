package org.layerloom.download;

import java.time.Duration;

/// How long a download puts up with what goes wrong.
///
/// @param attempts in a row that bring nothing, before it gives up
/// @param pause    before the second attempt; each further one waits twice as long
/// @param silence  after which a connection that brings nothing counts as broken
record Patience(int attempts, Duration pause, Duration silence) {
    static final Patience USUAL = new Patience(6, Duration.ofSeconds(1), Duration.ofSeconds(45));

    /// @param failures so far in a row
    Duration before(int failures) {
        return pause.multipliedBy(1L << Math.min(failures - 1, attempts));
    }
}
