package org.layerloom.ui.start;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.layerloom.words.Words;

/// Says how long ago something was, as people do.
final class Ago {
    private static final Words WORDS = Words.of(Ago.class);

    private Ago() {}

    static String text(Instant then, Instant now, ZoneId zone) {
        Duration past = Duration.between(then, now);
        if (past.toMinutes() < 1) {
            return WORDS.text("ago.now");
        }
        if (past.toMinutes() < 60) {
            return past.toMinutes() == 1 ? WORDS.text("ago.minute") : WORDS.text("ago.minutes", past.toMinutes());
        }
        LocalDate day = LocalDate.ofInstant(then, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day.equals(today)) {
            return past.toHours() == 1 ? WORDS.text("ago.hour") : WORDS.text("ago.hours", past.toHours());
        }
        if (day.equals(today.minusDays(1))) {
            return WORDS.text("ago.yesterday");
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(day);
    }
}
