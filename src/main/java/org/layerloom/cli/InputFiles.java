package org.layerloom.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The files that arguments name: themselves, or all in a folder that a pattern such as `drafts/*.psd` fits, for
/// shells that leave patterns as they are.
final class InputFiles {
    private InputFiles() {}

    /// In the order of the arguments, those of a pattern by name, each once.
    ///
    /// @throws BadInputException where a pattern fits nothing; whether a file is there is found when it is read
    static List<Path> of(List<String> arguments) throws BadInputException {
        Set<Path> files = new LinkedHashSet<>();
        for (String argument : arguments) {
            if (argument.matches(".*[*?\\[{].*") && !exists(argument)) {
                files.addAll(fitting(argument));
            } else {
                files.add(Path.of(argument));
            }
        }
        return List.copyOf(files);
    }

    private static boolean exists(String argument) {
        try {
            return Files.exists(Path.of(argument));
        } catch (IllegalArgumentException e) {
            return false; // Windows takes no stars in names
        }
    }

    private static List<Path> fitting(String pattern) throws BadInputException {
        int slash = Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('\\'));
        Path folder = Path.of(slash < 0 ? "" : pattern.substring(0, slash + 1));
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern.substring(slash + 1))) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    found.add(slash < 0 ? file.getFileName() : file);
                }
            }
        } catch (IOException | DirectoryIteratorException | IllegalArgumentException e) {
            throw new BadInputException(pattern + ": the pattern cannot be followed", e);
        }
        if (found.isEmpty()) {
            throw new BadInputException(pattern + ": no file fits this pattern");
        }
        found.sort(null);
        return found;
    }
}
