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
import org.layerloom.codec.picture.PictureReader;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.ui.files.FileKind;
import org.layerloom.words.Words;

/// Files that hold flat pictures: which ones, how to read them, and why one could not be.
final class PictureFiles {
    private PictureFiles() {}

    /// Those of the files that are pictures by their names.
    static List<Path> among(Collection<File> files) {
        return files.stream().map(File::toPath).filter(FileKind::isPicture).toList();
    }

    /// @param page as `PictureReader` takes it
    static Raster read(Path file, Rect page) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return PictureReader.read(in, PictureReader.freeBytes(), page);
        }
    }

    /// One sentence for the user.
    static String sentence(Throwable problem, String name, Words words) {
        String clause = switch (problem) {
            case NoSuchFileException e -> words.text("missing");
            case AccessDeniedException e -> words.text("denied");
            case OutOfMemoryError e -> words.text("memory");
            default -> String.valueOf(problem.getMessage());
        };
        return words.text("not-placed", name, clause);
    }
}
