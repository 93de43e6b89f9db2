package org.layerloom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.layerloom.files.AtomicFiles;

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
            boolean young = Files.exists(file) && Files.size(file) <= MAX_BYTES;
            byte[] before = young ? Files.readAllBytes(file) : new byte[0];
            AtomicFiles.write(file, out -> {
                out.write(before);
                out.write((Instant.now() + " " + text + "\n").getBytes(StandardCharsets.UTF_8));
            });
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
