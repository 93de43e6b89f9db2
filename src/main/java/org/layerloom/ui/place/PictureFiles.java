package org.layerloom.ui.place;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.layerloom.codec.picture.PictureReader;
import org.layerloom.codec.picture.UnreadablePicture;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// Files that hold flat pictures: which ones, how to read them, and why one could not be.
final class PictureFiles {
    static final List<String> PATTERNS = List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp");

    private PictureFiles() {}

    /// Those of the files that are pictures by their names.
    static List<Path> among(Collection<File> files) {
        return files.stream().map(File::toPath).filter(PictureFiles::isPicture).toList();
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return PATTERNS.stream().anyMatch(pattern -> name.endsWith(pattern.substring(1)));
    }

    /// The file's name without its ending: what its layer is called.
    static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    static Raster read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return PictureReader.read(in, freeBytes());
        }
    }

    /// Memory that can still be taken.
    static long freeBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    /// One sentence for the user.
    static String sentence(Throwable problem, String name, Words words) {
        String clause = switch (problem) {
            case UnreadablePicture unreadable ->
                words.text("unreadable-" + unreadable.reason(), unreadable.width(), unreadable.height());
            case NoSuchFileException e -> words.text("missing");
            case AccessDeniedException e -> words.text("denied");
            case OutOfMemoryError e -> words.text("memory");
            default -> String.valueOf(problem.getMessage());
        };
        return words.text("not-placed", name, clause);
    }
}
