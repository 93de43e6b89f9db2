package org.layerloom.ui.prompt;

import java.time.Duration;
import java.util.Optional;
import org.layerloom.generate.Progress;
import org.layerloom.generate.TimeLeft;

/// The time left of a run as it is shown: it never rises by more than it last fell. One run, one thread.
final class SteadyTime {
    private final TimeLeft estimate = new TimeLeft();
    private Progress.Stage last;
    private Duration shown;
    private Duration lastFall = Duration.ZERO;

    /// Takes note of a step at `nowNanos` (`System.nanoTime()`); the time left in its stage, once it can be told.
    Optional<Duration> step(Progress.Stage stage, int done, int total, long nowNanos) {
        estimate.step(stage, done, total, nowNanos);
        if (stage != last) {
            last = stage;
            shown = null;
            lastFall = Duration.ZERO;
        }
        if (stage != Progress.Stage.DENOISE && stage != Progress.Stage.QUANTIZE) {
            return Optional.empty();
        }
        return estimate.left(nowNanos).map(this::steady);
    }

    private Duration steady(Duration left) {
        if (shown == null) {
            shown = left;
        } else if (left.compareTo(shown) <= 0) {
            lastFall = shown.minus(left);
            shown = left;
        } else {
            Duration most = shown.plus(lastFall);
            shown = left.compareTo(most) < 0 ? left : most;
        }
        return shown;
    }
}
