package org.layerloom.cli;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.layerloom.download.DownloadProgress;
import org.layerloom.words.ByteText;

/// Tells on the terminal how far a download is: in one line that is written over, or sparsely where lines stay.
final class DownloadLines implements AutoCloseable {
    private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(10).toNanos();
    private static final String CLEAR = "\r\u001b[K";
    private static final int SECONDS_IN_MINUTES = 120;

    private final Terminal terminal;
    private final LongSupplier nanoTime;
    private String file = "";
    private DownloadProgress.Stage stage;
    private long lastNanos;

    /// @param nanoTime a clock as `System::nanoTime`
    DownloadLines(Terminal terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    void tell(DownloadProgress now) {
        if (terminal.rewrites()) {
            terminal.err().print(CLEAR + line(now));
            terminal.err().flush();
            return;
        }
        long time = nanoTime.getAsLong();
        boolean other = !now.file().equals(file) || now.stage() != stage;
        if (other || time - lastNanos >= NANOS_BETWEEN_LINES) {
            terminal.err().println(line(now));
            lastNanos = time;
            file = now.file();
            stage = now.stage();
        }
    }

    private static String line(DownloadProgress now) {
        String what = switch (now.stage()) {
            case FETCH -> "Fetching ";
            case WAIT -> "The connection broke, trying again: ";
            case CHECK -> "Checking ";
        };
        String done = ": " + ByteText.of(now.done()) + " of " + ByteText.of(now.total());
        return what + now.file() + done + now.left().map(DownloadLines::left).orElse("");
    }

    private static String left(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        return ", about " + (seconds < SECONDS_IN_MINUTES ? seconds + " s" : time.toMinutes() + " min") + " left";
    }

    @Override
    public void close() {
        if (terminal.rewrites()) {
            terminal.err().print(CLEAR);
            terminal.err().flush();
        }
    }
}
