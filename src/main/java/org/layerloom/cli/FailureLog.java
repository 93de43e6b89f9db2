package org.layerloom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/// Keeps the stack traces of failures in a file, so that the terminal shows sentences only.
///
/// @param file the log; it and its folder are made when the first failure is written
public record FailureLog(Path file) {
    private static final long MAX_BYTES = 1_000_000;

    /// Adds a failure at the end; a log that has grown too long starts anew.
    ///
    /// @return the file, or empty where it could not be written, which must not hide the failure itself
    public Optional<Path> add(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            boolean full = Files.exists(file) && Files.size(file) > MAX_BYTES;
            Files.writeString(
                    file,
                    Instant.now() + " " + text + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    full ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
