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
            case WriteException e -> ended(e.why());
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

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
