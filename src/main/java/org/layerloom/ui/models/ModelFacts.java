package org.layerloom.ui.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Verdict;
import org.layerloom.ui.modes.Modes;
import org.layerloom.words.Words;

/// What is to be known of a model at hand.
record ModelFacts(ModelEntry model) {
    private static final Words WORDS = Words.of(ModelFacts.class);

    /// What it can do, in words.
    String abilities() {
        Abilities abilities = model.abilities();
        String can = abilities.modes().keySet().stream()
                .filter(abilities::can)
                .map(Modes::title)
                .collect(Collectors.joining(" · "));
        return can.isEmpty() ? WORDS.text("model.nothing") : can;
    }

    /// Everything that it has not, for any of its modes and control pictures.
    List<MissingFile> missing() {
        Set<MissingFile> missing = new LinkedHashSet<>();
        model.abilities().modes().values().forEach(missing::addAll);
        model.abilities().controls().values().forEach(missing::addAll);
        return List.copyOf(missing);
    }

    /// Whether it can be used for something.
    boolean isReady() {
        return model.abilities().modes().keySet().stream().anyMatch(model.abilities()::can);
    }

    /// How its files lie; looks at them.
    String form() {
        if (Files.isRegularFile(model.folder())) {
            return WORDS.text("form.file");
        }
        Path above = model.folder().toAbsolutePath().getParent();
        boolean hub = above != null && above.endsWith("snapshots");
        return WORDS.text(hub ? "form.hub" : "form.folder");
    }

    /// Bytes on the disk; reads the folder.
    long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(model.folder(), FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// How a picture of the size that it was trained on fits into the memory that is free now; reads files.
    Optional<String> memory(String device) {
        int side = model.abilities().trainingSize();
        Document page = Document.blank(side, side)
                .withPrompt("a picture")
                .addRegion(new Rect(side / 4, side / 4, side / 2, side / 2));
        try {
            Settings settings =
                    new Settings(0, OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), device, 0);
            return model.verdict(GenerateRequest.of(page, model.id(), settings)).map(Verdict::sentence);
        } catch (ModelException | IllegalArgumentException e) {
            return Optional.empty(); // what is missing is told beside it
        }
    }

    /// Its own words, for a search; looks at no file.
    List<String> words() {
        List<String> words =
                new ArrayList<>(List.of(model.title(), model.folder().toString(), abilities()));
        missing().forEach(file -> words.add(file.name()));
        return words;
    }
}
