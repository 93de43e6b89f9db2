package org.layerloom.cli;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.layerloom.document.Raster;
import org.layerloom.generate.Progress;
import org.layerloom.generate.TimeLeft;

/// Tells a run's stage, step and time left on the terminal: in one line that is written over, or sparsely where
/// lines stay.
final class ConsoleProgress implements Progress, AutoCloseable {
    /// Between two lines that stay, unless a stage begins or ends.
    private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(5).toNanos();

    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final boolean quiet;
    private final Cancellation cancellation;
    private final LongSupplier nanoTime;
    private final TimeLeft timeLeft = new TimeLeft();
    private Stage stage;
    private String lastLine = "";
    private long lastLineNanos;
    private boolean lineOpen;

    /// @param nanoTime a clock as `System::nanoTime`
    ConsoleProgress(Terminal terminal, boolean quiet, Cancellation cancellation, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.cancellation = cancellation;
        this.nanoTime = nanoTime;
    }

    @Override
    public void step(Stage next, int done, int total) {
        long now = nanoTime.getAsLong();
        timeLeft.step(next, done, total, now);
        if (quiet) {
            return;
        }
        String line = line(next, done, total, now);
        if (terminal.rewrites()) {
            terminal.err().print(CLEAR + line);
            terminal.err().flush();
            lineOpen = true;
        } else if (!line.equals(lastLine)
                && (next != stage || done == total || now - lastLineNanos >= NANOS_BETWEEN_LINES)) {
            terminal.err().println(line);
            lastLine = line;
            lastLineNanos = now;
        }
        stage = next;
    }

    private String line(Stage next, int done, int total, long now) {
        String words = switch (next) {
            case WAIT -> "Waiting for the turn: " + total + " before this";
            case LOAD -> "Loading the model";
            case QUANTIZE -> "Making int8 weights, once";
            case ENCODE -> "Reading the prompt";
            case DENOISE -> "Making the layers";
            case DECODE -> "Drawing the layers";
        };
        String count = total <= 1 || next == Stage.WAIT
                ? ""
                : next == Stage.QUANTIZE ? ": " + 100 * done / total + " %" : ": step " + done + " of " + total;
        String left = done == total
                ? ""
                : timeLeft.left(now)
                        .map(time -> ", about " + Math.max(1, time.toSeconds()) + " s left")
                        .orElse("");
        return words + count + left;
    }

    /// The terminal has no place for pictures.
    @Override
    public void preview(Raster picture) {}

    @Override
    public void check() {
        cancellation.check();
    }

    /// Clears the line that was written over, so that what follows starts on an empty one.
    @Override
    public void close() {
        if (lineOpen) {
            terminal.err().print(CLEAR);
            terminal.err().flush();
            lineOpen = false;
        }
    }
}
