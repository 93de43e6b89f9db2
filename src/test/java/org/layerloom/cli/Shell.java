package org.layerloom.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.layerloom.PaintedGenerator;
import org.layerloom.files.ProgramLog;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.ModelCatalog;

/// Runs the real commands inside the test, on a folder of their own, and keeps what they say.
final class Shell {
    final Cancellation cancellation = new Cancellation();

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ModelCatalog catalog;

    /// @param folder empty, for the test's files
    Shell(Path folder) throws IOException {
        this(folder, new PaintedGenerator());
    }

    /// A shell whose only model is `provider`'s.
    Shell(Path folder, GeneratorProvider provider) throws IOException {
        this.folder = folder;
        Path models = folder.resolve("models");
        new PaintedGenerator(Duration.ZERO).catalog(models);
        this.catalog = new ModelCatalog(List.of(provider), List.of(models));
    }

    /// Writes a file to use as an argument.
    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /// Runs a command; paths are given in full.
    int run(Object... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(stream(out), stream(err), false);
        return new LayerloomCommand(catalog, terminal, new ProgramLog(log()))
                .run(cancellation, Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    Path log() {
        return folder.resolve("log").resolve("layerloom.log");
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// The files below `name`, as paths from it; empty where it does not exist.
    List<String> files(String name) throws IOException {
        Path root = folder.resolve(name);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
