package org.layerloom.ui.prompt;

import java.time.Duration;
import org.layerloom.words.Words;

/// Numbers with their units, as the window says them.
final class Counts {
    private static final Words WORDS = Words.of(Counts.class);

    private Counts() {}

    static String layers(int count) {
        return count == 1 ? WORDS.text("layer.one") : WORDS.text("layer.many", count);
    }

    static String steps(int count) {
        return count == 1 ? WORDS.text("step.one") : WORDS.text("step.many", count);
    }

    /// `9 s`, `2 min 5 s`; never less than a second.
    static String seconds(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        return seconds < 60 ? WORDS.text("seconds", seconds) : WORDS.text("minutes", seconds / 60, seconds % 60);
    }
}
