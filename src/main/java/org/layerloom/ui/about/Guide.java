package org.layerloom.ui.about;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the pages of the guide lie on this machine: the installed program's, or those that the build made.
final class Guide {
    /// System property that the installed program's launcher sets.
    private static final String PROPERTY = "layerloom.guide";

    private Guide() {}

    /// The first page; empty where this program has no guide.
    static Optional<Path> find() {
        return find(System.getProperty(PROPERTY), classes());
    }

    /// @param property the installed program's folder, or null
    /// @param classes what the program's classes came from, in the build's folder
    static Optional<Path> find(String property, Optional<Path> classes) {
        Stream<Path> installed = Optional.ofNullable(property).map(Path::of).stream();
        Stream<Path> built = classes.map(place -> place.resolveSibling("guide")).stream();
        return Stream.concat(installed, built)
                .map(folder -> folder.resolve("index.html").toAbsolutePath())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> classes() {
        try {
            return Optional.of(Path.of(Guide.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
