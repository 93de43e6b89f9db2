package org.layerloom.ui;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Measures how long the JavaFX thread keeps its pulses waiting.
final class Heartbeat {
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            beat();
        }
    };

    private Heartbeat() {}

    static Heartbeat start() {
        Heartbeat heartbeat = new Heartbeat();
        heartbeat.last.set(System.nanoTime());
        Platform.runLater(heartbeat.timer::start);
        return heartbeat;
    }

    private void beat() {
        long now = System.nanoTime();
        long gap = now - last.getAndSet(now);
        longest.accumulateAndGet(gap, Math::max);
    }

    /// The longest time between two pulses so far; ends the measuring.
    Duration longestGap() {
        beat();
        Platform.runLater(timer::stop);
        return Duration.ofNanos(longest.get());
    }
}
