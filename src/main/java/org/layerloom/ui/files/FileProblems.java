package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.layerloom.files.WriteException;
import org.layerloom.words.Words;

/// Says why a file could not be read or written.
final class FileProblems {
    private static final Words WORDS = Words.of(FileProblems.class);
    private static final System.Logger LOG = System.getLogger(FileProblems.class.getName());

    private FileProblems() {}

    /// A clause with its full stop: `the disk is full.`
    static String sentence(Throwable problem) {
        return switch (problem) {
            case WriteException e -> written(e);
            case NoSuchFileException e -> WORDS.text("why.missing");
            case AccessDeniedException e -> WORDS.text("why.denied");
            case IOException e -> ended(String.valueOf(e.getMessage()));
            case OutOfMemoryError e -> WORDS.text("why.memory");
            default -> {
                LOG.log(System.Logger.Level.ERROR, "work on a file failed", problem);
                yield WORDS.text("why.fault", problem);
            }
        };
    }

    private static String written(WriteException e) {
        return switch (e.reason()) {
            case DISK_FULL -> WORDS.text("why.full");
            case READ_ONLY -> WORDS.text("why.readOnly");
            case ACCESS_DENIED -> WORDS.text("why.denied");
            case NO_FOLDER -> WORDS.text("why.noFolder");
            case FOLDER_GONE -> WORDS.text("why.folderGone");
            case NAME_TOO_LONG -> WORDS.text("why.tooLong");
            case OTHER -> ended(String.valueOf(e.getMessage()));
        };
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
