package org.layerloom.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The files that arguments name: themselves, or all that a pattern such as `drafts/*.psd` or `drafts/**/*.psd`
/// fits, for shells that leave patterns as they are.
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
        int wild = IntStream.range(0, pattern.length())
                .filter(i -> "*?[{".indexOf(pattern.charAt(i)) >= 0)
                .findFirst()
                .orElseThrow();
        int slash = Math.max(pattern.lastIndexOf('/', wild), pattern.lastIndexOf('\\', wild));
        List<Path> found;
        try {
            found = below(
                    Path.of(pattern.substring(0, slash + 1)),
                    pattern.substring(slash + 1).replace('\\', '/'));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInputException(pattern + ": the pattern cannot be followed", e);
        }
        if (found.isEmpty()) {
            throw new BadInputException(pattern + ": no file fits this pattern");
        }
        found.sort(null);
        return found;
    }

    /// Groups in braces cannot be nested.
    private static List<PathMatcher> matchers(String names) {
        Stream<String> patterns = names.contains("{")
                ? Stream.of(names, names.replace("**/", ""))
                : Stream.of(names.replace("**/", "{**/,}"));
        return patterns.map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
    }

    /// @param names pattern of the files' paths in the folder; `**` stands for any folders, also for none
    private static List<Path> below(Path folder, String names) throws IOException {
        List<PathMatcher> fits = matchers(names);
        int depth = names.contains("**") ? Integer.MAX_VALUE : names.split("/").length;
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path name = folder.relativize(file);
                if (fits.stream().anyMatch(pattern -> pattern.matches(name)) && Files.isRegularFile(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                return FileVisitResult.CONTINUE; // a folder that may not be looked into
            }
        });
        return found;
    }
}
