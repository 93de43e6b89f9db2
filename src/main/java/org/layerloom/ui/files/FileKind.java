package org.layerloom.ui.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.layerloom.words.Words;

/// The kinds of files that the editor reads and writes.
public enum FileKind {
    PROJECT("loom"),
    PSD("psd"),
    PNG("png");

    private final String extension;

    FileKind(String extension) {
        this.extension = extension;
    }

    String title() {
        return Words.of(FileKind.class).text("kind." + extension);
    }

    /// What a file chooser filters by: `*.loom`.
    String pattern() {
        return "*." + extension;
    }

    static List<String> patterns() {
        return Arrays.stream(values()).map(FileKind::pattern).toList();
    }

    /// By the name's end.
    public static Optional<FileKind> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> name.endsWith("." + kind.extension))
                .findFirst();
    }

    /// The path with the kind's ending, added where it lacks.
    Path named(Path file) {
        return of(file).filter(this::equals).isPresent()
                ? file
                : file.resolveSibling(file.getFileName() + "." + extension);
    }
}
