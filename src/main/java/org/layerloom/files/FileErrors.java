package org.layerloom.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/// Says in one sentence why a file could not be written.
final class FileErrors {
    private FileErrors() {}

    /// The same failure with a message for people; one that was explained before stays as it is.
    static IOException explained(IOException e, Path target) {
        return e instanceof Explained ? e : new Explained("cannot write " + target + ": " + reason(e), e);
    }

    private static String reason(IOException e) {
        String system = system(e).toLowerCase(Locale.ROOT);
        if (system.contains("no space left") || system.contains("not enough space") || system.contains("quota")) {
            return "the disk is full";
        }
        if (system.contains("read-only")) {
            return "the disk is read-only";
        }
        if (e instanceof AccessDeniedException || system.contains("permission denied")) {
            return "access is denied";
        }
        if (e instanceof FileAlreadyExistsException
                || e instanceof NotDirectoryException
                || system.contains("not a directory")) {
            return "a part of its path is a file, not a folder";
        }
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist any more";
        }
        if (system.contains("name too long")) {
            return "its name is too long";
        }
        return system.isEmpty() ? e.toString() : system(e);
    }

    private static String system(IOException e) {
        String message = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return message == null ? "" : message;
    }

    private static final class Explained extends IOException {
        private static final long serialVersionUID = 1L;

        Explained(String message, IOException cause) {
            super(message, cause);
        }
    }
}
