package org.layerloom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.layerloom.device.DeviceProbe;
import org.layerloom.download.Access;
import org.layerloom.download.HashBook;
import org.layerloom.download.KnownModels;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Control;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelAddition;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.ModelRoots;
import org.layerloom.generate.UserFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--known",
            description =
                    "Lists published models that the program knows of: licence, size, page. Nothing is asked for.")
    private boolean known;

    @Option(
            names = "--fetch",
            paramLabel = "NAME",
            description = "Fetches one of the published models, after saying what from where. What a stop or a broken"
                    + " connection left is gone on with. A token for places that ask for one is taken from "
                    + Access.VARIABLE + ".")
    private String fetch;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "The folder of models that --fetch puts it into; the user's if absent.")
    private Path to;

    @Option(names = "--yes", description = "Agrees to what --fetch says, which asks otherwise.")
    private boolean yes;

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "Reads all files of a model, or of a file or folder, and holds their hashes against what was"
                    + " published or recorded; what nothing was known of is recorded.")
    private String check;

    @Option(
            names = "--devices",
            description = "Tells what models can be computed with here, what is used, and why, in place of the models.")
    private boolean devices;

    @Option(names = "--json", description = "With --devices: as JSON.")
    private boolean json;

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    private final ModelCatalog catalog;
    private final Terminal terminal;
    private final Cancellation cancellation;

    ModelsCommand(ModelCatalog catalog, Terminal terminal, Cancellation cancellation) {
        this.catalog = catalog;
        this.terminal = terminal;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() throws ModelException, IOException, BadInputException {
        requireFitting();
        if (known || fetch != null) {
            return published();
        }
        if (check != null) {
            return new ModelCheck(KnownModels.ofProgram(), hashes(), terminal, cancellation).check(place(check));
        }
        if (convert != null) {
            terminal.out().println(catalog.convert(convert));
            return ExitCode.DONE;
        }
        if (devices) {
            DeviceListing listing = new DeviceListing(DeviceProbe.look());
            terminal.out().print(json ? listing.json() : listing.text());
            return ExitCode.DONE;
        }
        List<ModelEntry> models = remote.isGiven() ? remote.models() : catalog.models();
        if (models.isEmpty() && !remote.isGiven()) {
            throw new ModelException("no model was found in " + catalog.roots() + "; set " + ModelRoots.VARIABLE
                    + " to a folder that holds one");
        }
        for (ModelEntry entry : models) {
            String where = entry.machine().orElse(entry.folder().toString());
            terminal.out().println(entry.id() + "\t" + entry.title() + "\t" + where);
            abilities(entry.abilities()).forEach(line -> terminal.out().println("  " + line));
        }
        if (!remote.isGiven()) {
            catalog.additions().forEach(addition -> tell(addition, models));
        }
        return ExitCode.DONE;
    }

    /// What lies with the models and is none itself: a line of the same form, indented below it what it lacks.
    private void tell(ModelAddition addition, List<ModelEntry> models) {
        terminal.out().println(addition.name() + "\t" + addition.about() + "\t" + addition.place());
        Stream.of(addition.lack(models), addition.terms())
                .filter(line -> !line.isEmpty())
                .forEach(line -> terminal.out().println("  " + line));
    }

    /// A model by its id, an addition by its name, or whatever lies at a path.
    private Path place(String name) throws ModelException {
        Stream<Path> models = catalog.models().stream()
                .filter(model -> model.id().equals(name) && model.machine().isEmpty())
                .map(ModelEntry::folder);
        Stream<Path> additions = catalog.additions().stream()
                .filter(addition -> addition.name().equals(name))
                .map(ModelAddition::place);
        Optional<Path> known = Stream.concat(models, additions).findFirst();
        Path path = known.orElseGet(() -> Path.of(name));
        if (!Files.exists(path)) {
            throw new ModelException("there is no model, addition or file named " + name + "; models lists them");
        }
        return path;
    }

    private static HashBook hashes() {
        return new HashBook(UserFolder.find().resolve(HashBook.NAME));
    }

    /// Options that would be left out without a word are refused.
    private void requireFitting() throws BadInputException {
        remote.requireFitting();
        long tasks = Stream.of(convert != null, known, fetch != null, check != null, devices, remote.isGiven())
                .filter(asked -> asked)
                .count();
        if (tasks > 1) {
            throw new BadInputException(
                    "--convert, --known, --fetch, --check, --devices and --remote do not go together: give one");
        }
        if (fetch == null && (to != null || yes)) {
            throw new BadInputException((yes ? "--yes" : "--to") + " goes with --fetch");
        }
        if (json && !devices) {
            throw new BadInputException("--json goes with --devices");
        }
    }

    private int published() throws IOException, BadInputException {
        ModelFetch published = new ModelFetch(
                KnownModels.ofProgram(), terminal, cancellation, Optional.ofNullable(System.console()), hashes());
        if (fetch == null) {
            published.list();
            return ExitCode.DONE;
        }
        Path root = to == null ? UserFolder.find().resolve("models") : to;
        return published.fetch(fetch, root, yes, Access.of(System.getenv()));
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
