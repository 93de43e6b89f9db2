package org.layerloom.files;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The program's log: what it did in notes of one line, and the stack traces of what failed. It is added to until it
/// is too long, and then put aside as `NAME.1`; one such file is kept.
public final class ProgramLog {
    private static final long MOST_BYTES = 1_000_000;

    private final Path file;
    private final long mostBytes;

    /// @param file it and its folder are made when the first line is written
    public ProgramLog(Path file) {
        this(file, MOST_BYTES);
    }

    ProgramLog(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    public Path file() {
        return file;
    }

    /// Adds a line. It must not quote a prompt or name a file of the user's: lines go into reports.
    public void note(String line) {
        write("INFO " + line);
    }

    /// Adds a failure with its stack trace.
    ///
    /// @return the file, or empty where it could not be written, which must not hide the failure itself
    public Optional<Path> add(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return write("FAILURE " + text.toString().stripTrailing());
    }

    /// The last lines, oldest first; none where there is no log.
    public List<String> last(int count) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private synchronized Optional<Path> write(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) > mostBytes) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            String line = Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text + "\n";
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
