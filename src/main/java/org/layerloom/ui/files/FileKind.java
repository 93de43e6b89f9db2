package org.layerloom.ui.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.layerloom.words.Words;

/// The kinds of files that the editor reads, by their names.
public enum FileKind {
    PROJECT(false, "loom"),
    PSD(false, "psd", "psb"),
    ORA(false, "ora"),
    PNG(true, "png"),
    JPEG(true, "jpg", "jpeg"),
    WEBP(true, "webp"),
    GIF(true, "gif"),
    SVG(true, "svg"),
    BMP(true, "bmp"),
    TIFF(true, "tif", "tiff");

    private final boolean picture;
    private final List<String> extensions;

    /// @param picture whether it is flat, so that it can be a layer
    FileKind(boolean picture, String... extensions) {
        this.picture = picture;
        this.extensions = List.of(extensions);
    }

    String title() {
        return Words.of(FileKind.class).text("kind." + extensions.getFirst());
    }

    /// What a file chooser filters by: `*.loom`.
    List<String> patterns() {
        return extensions.stream().map(extension -> "*." + extension).toList();
    }

    static List<String> allPatterns() {
        return Arrays.stream(values()).flatMap(kind -> kind.patterns().stream()).toList();
    }

    /// Those of all flat pictures.
    public static List<String> picturePatterns() {
        return Arrays.stream(values())
                .filter(kind -> kind.picture)
                .flatMap(kind -> kind.patterns().stream())
                .toList();
    }

    /// By the name's end.
    public static Optional<FileKind> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.extensions.stream().anyMatch(extension -> name.endsWith("." + extension)))
                .findFirst();
    }

    /// Whether the name is that of a flat picture.
    public static boolean isPicture(Path file) {
        return of(file).filter(kind -> kind.picture).isPresent();
    }

    /// The path with the kind's ending, added where it lacks.
    Path named(Path file) {
        return of(file).filter(this::equals).isPresent()
                ? file
                : file.resolveSibling(file.getFileName() + "." + extensions.getFirst());
    }
}
