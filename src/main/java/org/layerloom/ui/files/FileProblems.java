package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Says why a file could not be read or written.
final class FileProblems {
    private static final System.Logger LOG = System.getLogger(FileProblems.class.getName());

    private FileProblems() {}

    /// A clause with its full stop: `the disk is full.`
    static String sentence(Throwable problem, Path file) {
        return switch (problem) {
            case NoSuchFileException e -> "it is not there any more.";
            case AccessDeniedException e -> "access is denied.";
            case IOException e -> ended(withoutPath(String.valueOf(e.getMessage()), file));
            case OutOfMemoryError e -> "the memory was not enough.";
            default -> {
                LOG.log(System.Logger.Level.ERROR, "work on " + file + " failed", problem);
                yield "a fault of the program (" + problem + ").";
            }
        };
    }

    /// `cannot write /a/b.png: the disk is full` tells the path, or that of a folder above, which the notice need
    /// not.
    private static String withoutPath(String message, Path file) {
        for (Path path = file.toAbsolutePath().normalize(); path != null; path = path.getParent()) {
            String start = "cannot write " + path + ": ";
            if (message.startsWith(start)) {
                return message.substring(start.length());
            }
        }
        return message;
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
