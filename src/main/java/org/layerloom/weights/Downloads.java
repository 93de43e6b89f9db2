package org.layerloom.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds out whether a file is missing because its download did not end.
final class Downloads {
    private static final Set<String> ENDINGS = Set.of("incomplete", "part", "crdownload", "aria2", "download");
    /// A snapshot in the hub's cache is this far above its parts' files.
    private static final int LEVELS = 4;

    private Downloads() {}

    /// A remark for a message, with a space before it; empty where nothing is known.
    static String hint(Path missing) {
        return unfinished(missing)
                .map(file -> " (a download did not end: " + file + "; fetch the model again)")
                .orElse("");
    }

    /// A file that a download program left beside the missing one, in the hub's cache around it (`blobs`), or in the
    /// folder that the hub's program keeps in a model's (`.cache/huggingface/download`).
    private static Optional<Path> unfinished(Path missing) {
        Path folder = missing.toAbsolutePath().normalize().getParent();
        Optional<Path> found = folder == null ? Optional.empty() : in(folder, 1);
        for (int i = 0; i < LEVELS && found.isEmpty() && folder != null; i++) {
            Path around = folder;
            found = in(folder.resolve("blobs"), 1)
                    .or(() -> in(around.resolve(".cache").resolve("huggingface").resolve("download"), 2));
            folder = folder.getParent();
        }
        return found;
    }

    private static Optional<Path> in(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Downloads::isUnfinished).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
    }
}
