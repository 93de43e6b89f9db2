package org.layerloom.ui.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.codec.layout.Layout;
import org.layerloom.codec.layout.LayoutReader;
import org.layerloom.document.Document;
import org.layerloom.generate.GenerateRequest;

/// A page that comes with the program, its boxes drawn and its prompt written.
///
/// @param name for people, from the file's: `Birthday card`
record Sample(String name, Document page) {
    /// The samples beside the models' folders, by name. Reads files: not to be called on the JavaFX thread.
    ///
    /// @param modelRoots folders of models; samples lie in `samples` beside one of them
    static List<Sample> beside(List<Path> modelRoots) {
        List<Sample> samples = new ArrayList<>();
        for (Path root : modelRoots) {
            Path folder = root.resolveSibling("samples");
            if (Files.isDirectory(folder)) {
                layouts(folder).forEach(file -> read(file).ifPresent(samples::add));
            }
        }
        return samples;
    }

    private static List<Path> layouts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// A file that is no layout is no sample.
    private static Optional<Sample> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Layout layout = LayoutReader.read(in, GenerateRequest.MAX_BOXES);
            return Optional.of(new Sample(name(file), layout.toDocument(layout.prompt())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String name(Path file) {
        String words =
                file.getFileName().toString().replaceFirst("\\.[^.]*$", "").replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
