package org.layerloom.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.layerloom.files.WriteException.Reason;
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
        Reason reason = reason(e);
        return new WriteException(WORDS.text("unwritten", target, sentence(reason, e)), reason, e);
    }

    private static String sentence(Reason reason, IOException e) {
        return switch (reason) {
            case DISK_FULL -> WORDS.text("why.full");
            case READ_ONLY -> WORDS.text("why.readOnly");
            case ACCESS_DENIED -> WORDS.text("why.denied");
            case NO_FOLDER -> WORDS.text("why.noFolder");
            case FOLDER_GONE -> WORDS.text("why.folderGone");
            case NAME_TOO_LONG -> WORDS.text("why.tooLong");
            case OTHER -> system(e).isEmpty() ? e.toString() : system(e);
        };
    }

    private static Reason reason(IOException e) {
        String system = system(e).toLowerCase(Locale.ROOT);
        if (system.contains("no space left") || system.contains("not enough space") || system.contains("quota")) {
            return Reason.DISK_FULL;
        }
        if (system.contains("read-only")) {
            return Reason.READ_ONLY;
        }
        if (e instanceof AccessDeniedException || system.contains("permission denied")) {
            return Reason.ACCESS_DENIED;
        }
        if (e instanceof FileAlreadyExistsException
                || e instanceof NotDirectoryException
                || system.contains("not a directory")) {
            return Reason.NO_FOLDER;
        }
        if (e instanceof NoSuchFileException) {
            return Reason.FOLDER_GONE;
        }
        return system.contains("name too long") ? Reason.NAME_TOO_LONG : Reason.OTHER;
    }

    private static String system(IOException e) {
        String message = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return message == null ? "" : message;
    }
}
