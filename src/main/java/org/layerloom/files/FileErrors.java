package org.layerloom.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.layerloom.words.Words;

/// Says in one sentence why a file could not be written.
final class FileErrors {
    private static final Words WORDS = Words.of(FileErrors.class);

    private FileErrors() {}

    /// The same failure with a message for people; one that was explained before stays as it is.
    static IOException explained(IOException e, Path target) {
        if (e instanceof WriteException) {
            return e;
        }
        String why = why(e);
        return new WriteException(WORDS.text("unwritten", target, why), why, isFull(e), e);
    }

    private static String why(IOException e) {
        String system = system(e);
        String lower = system.toLowerCase(Locale.ROOT);
        if (isFull(e)) {
            return WORDS.text("why.full");
        }
        if (lower.contains("read-only")) {
            return WORDS.text("why.readOnly");
        }
        if (e instanceof AccessDeniedException || lower.contains("permission denied")) {
            return WORDS.text("why.denied");
        }
        if (e instanceof FileAlreadyExistsException
                || e instanceof NotDirectoryException
                || lower.contains("not a directory")) {
            return WORDS.text("why.noFolder");
        }
        if (e instanceof NoSuchFileException) {
            return WORDS.text("why.folderGone");
        }
        if (lower.contains("name too long")) {
            return WORDS.text("why.tooLong");
        }
        return system.isEmpty() ? e.toString() : system;
    }

    private static boolean isFull(IOException e) {
        String system = system(e).toLowerCase(Locale.ROOT);
        return system.contains("no space left") || system.contains("not enough space") || system.contains("quota");
    }

    private static String system(IOException e) {
        String message = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return message == null ? "" : message;
    }
}
