package org.layerloom.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/// Says why a file could not be read; the file system's own messages are often a bare path.
final class ReadFailure {
    private ReadFailure() {}

    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException e -> "access is denied";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case FileSystemException e -> e.getClass().getSimpleName();
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
