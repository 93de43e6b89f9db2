package org.layerloom.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Control;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.ModelRoots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `models`: which models are at hand, the default first, what they can do, and which files they lack for more.
@Command(name = "models", description = "Lists the models at hand; the first one is the default.")
final class ModelsCommand implements Callable<Integer> {
    @Option(
            names = "--convert",
            paramLabel = "FILE",
            description =
                    "Writes a file of PyTorch as safetensors beside it and prints its name; nothing in it is run.")
    private Path convert;

    private final ModelCatalog catalog;
    private final Terminal terminal;

    ModelsCommand(ModelCatalog catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws ModelException {
        if (convert != null) {
            terminal.out().println(catalog.convert(convert));
            return ExitCode.DONE;
        }
        List<ModelEntry> models = catalog.models();
        if (models.isEmpty()) {
            throw new ModelException("no model was found in " + catalog.roots() + "; set " + ModelRoots.VARIABLE
                    + " to a folder that holds one");
        }
        for (ModelEntry entry : models) {
            terminal.out().println(entry.id() + "\t" + entry.title() + "\t" + entry.folder());
            abilities(entry.abilities()).forEach(line -> terminal.out().println("  " + line));
        }
        return ExitCode.DONE;
    }

    /// What a model can do, and what it lacks for the rest.
    private static List<String> abilities(Abilities abilities) {
        List<String> lines = new ArrayList<>();
        lines.add(abilities.family().title() + ", best at " + abilities.trainingSize() + " px; modes: "
                + abilities.modes().keySet().stream()
                        .filter(abilities::can)
                        .map(Mode::word)
                        .collect(Collectors.joining(", ")));
        abilities.modes().forEach((mode, missing) -> lack(mode.word(), missing).ifPresent(lines::add));
        String controls = abilities.controls().keySet().stream()
                .filter(abilities::can)
                .map(ModelsCommand::word)
                .collect(Collectors.joining(", "));
        if (!controls.isEmpty()) {
            lines.add("control: " + controls);
        }
        abilities
                .controls()
                .forEach((kind, missing) ->
                        lack("control " + word(kind), missing).ifPresent(lines::add));
        if (!abilities.samplers().isEmpty()) {
            lines.add("samplers: " + String.join(", ", abilities.samplers()));
        }
        return lines;
    }

    private static String word(Control.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> lack(String what, List<MissingFile> missing) {
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String files = missing.stream().map(MissingFile::name).collect(Collectors.joining(", "));
        return Optional.of(
                what + " lacks " + files + " in " + missing.getFirst().place());
    }
}
