package org.layerloom.generate;

import java.time.Duration;
import java.util.Optional;

/// Estimates how long a run still takes from the steps done so far. Not thread-safe: one run, one thread.
public final class TimeLeft {
    /// Below this the first steps, slowed by warming up, say too little.
    private static final int STEPS_BEFORE_ESTIMATE = 3;

    private Progress.Stage stage;
    private long stageStartNanos;
    private int done;
    private int total;

    /// Takes note of a step reported at `nowNanos` (`System.nanoTime()`).
    public void step(Progress.Stage stage, int done, int total, long nowNanos) {
        if (stage != this.stage || done < this.done) {
            this.stage = stage;
            this.stageStartNanos = nowNanos;
        }
        this.done = done;
        this.total = total;
    }

    /// Time left in the present stage; empty until enough steps were seen.
    public Optional<Duration> left(long nowNanos) {
        if (done < Math.min(STEPS_BEFORE_ESTIMATE, total) || done == 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((nowNanos - stageStartNanos) / done * (total - done)));
    }
}
