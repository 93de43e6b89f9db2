package org.layerloom.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.layerloom.codec.export.ExportFormat;
import org.layerloom.codec.layout.Layout;
import org.layerloom.codec.layout.LayoutException;
import org.layerloom.codec.layout.LayoutReader;
import org.layerloom.document.Document;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Verdict;
import org.layerloom.generate.WeightForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `generate LAYOUT.json --out DIR`: the program's main job without a window.
@Command(
        name = "generate",
        description = "Makes a layered design from the boxes and the prompt of a layout file.",
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
    private static final int MAX_VARIATIONS = 8;

    @Parameters(paramLabel = "LAYOUT.json", description = "The page, the prompt and the boxes.")
    private Path layoutFile;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to; made if missing.")
    private Path out;

    @Option(names = "--prompt", paramLabel = "TEXT", description = "Takes the place of the layout's prompt.")
    private String prompt;

    @Option(names = "--model", paramLabel = "ID|FOLDER", description = "Which model; see the command models.")
    private String model;

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Of the noise; else the layout's, else 0.")
    private Long seed;

    @Option(
            names = "--variations",
            paramLabel = "N",
            defaultValue = "1",
            description = "Makes the design N times, 1 to " + MAX_VARIATIONS
                    + ", each with the next seed and in a folder" + " of its own: seed-5, seed-6.")
    private int variations;

    @Option(names = "--steps", paramLabel = "N", description = "More steps take longer; else the model's default.")
    private Integer steps;

    @Option(names = "--guidance", paramLabel = "G", description = "How closely to follow the prompt; 1 = off.")
    private Double guidance;

    @Option(names = "--embedded-guidance", paramLabel = "G", description = "The same, as a distilled model's input.")
    private Double embeddedGuidance;

    @Mixin
    private final ModeOptions modes = new ModeOptions();

    @Mixin
    private final TuningOptions tuning = new TuningOptions();

    @Option(
            names = "--formats",
            split = ",",
            paramLabel = "F",
            defaultValue = "png,psd",
            converter = FormatName.OfDesigns.class,
            description = "Any of png (a file for each layer), psd, psb, ora, jpeg, webp, pdf, svg, sprite-sheet, art, "
                    + "project, divided by commas; default: ${DEFAULT-VALUE}.")
    private List<ExportFormat> formats;

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|cuda|mps",
            defaultValue = "auto",
            description = "Where to compute; default: ${DEFAULT-VALUE}.")
    private DeviceChoice device;

    @Option(
            names = "--weights",
            paramLabel = "stored|int8",
            defaultValue = "stored",
            description = "How a model of ART's kind holds its weights; int8 takes half the memory of bf16; default:"
                    + " ${DEFAULT-VALUE}.")
    private WeightForm weights;

    @Option(
            names = "--working-size",
            paramLabel = "PX",
            description = "Most of the longer side, in pixels, that the model works at; what it makes is scaled to the"
                    + " page. Less takes less memory; else the page's size.")
    private Integer workingSize;

    @Option(names = "--quiet", description = "Says nothing but errors.")
    private boolean quiet;

    private final ModelCatalog catalog;
    private final Terminal terminal;
    private final Cancellation cancellation;

    GenerateCommand(ModelCatalog catalog, Terminal terminal, Cancellation cancellation) {
        this.catalog = catalog;
        this.terminal = terminal;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() throws BadInputException, ModelException, IOException {
        Layout layout = LayoutFile.read(layoutFile);
        layout.notes().forEach(this::note);
        Settings settings = settings(layout);
        Document document = layout.toDocument(wholePrompt(layout));
        requireVariations();
        modes.ask(document, "", settings); // a bad layout is told of even where there is no model
        ModelEntry entry = entry().with(weights);
        DesignFiles.requireWritable(out);
        ModeOptions.Asked asked = modes.ask(document, entry.id(), settings);
        entry.verdict(asked.request())
                .filter(verdict -> verdict.way() != Verdict.Way.WHOLE)
                .ifPresent(this::tell);
        VocabularyNote.of(entry, document).ifPresent(this::note);
        runAll(document, settings, entry);
        return ExitCode.DONE;
    }

    private ModelEntry entry() throws BadInputException, IOException, ModelException {
        remote.requireFitting();
        if (remote.isGiven()) {
            if (device != DeviceChoice.AUTO) {
                throw new BadInputException("--device does not go with --remote: the server chooses where it computes");
            }
            return remote.find(model);
        }
        return model == null ? catalog.standard() : catalog.find(model);
    }

    private void tell(Verdict verdict) {
        note(verdict.sentence());
        verdict.side().ifPresent(side -> note("For that, add --working-size " + side + "."));
    }

    private void requireVariations() throws BadInputException {
        if (variations < 1 || variations > MAX_VARIATIONS) {
            throw new BadInputException("--variations is " + variations + ": 1 to " + MAX_VARIATIONS + " can be made");
        }
    }

    private void runAll(Document document, Settings settings, ModelEntry entry)
            throws BadInputException, ModelException, IOException {
        Set<ExportFormat> wanted = new LinkedHashSet<>(formats);
        try (LayerGenerator generator = open(entry, settings.device())) {
            for (int i = 0; i < variations; i++) {
                Settings next = settings.withSeed(settings.seed() + i);
                ModeOptions.Asked asked = modes.ask(document, entry.id(), next);
                GenerateResult result = run(asked.request(), generator);
                result.notes().forEach(this::note);
                Document design = asked.with(result);
                Path folder = variations == 1 ? out : out.resolve("seed-" + next.seed());
                new DesignFiles(design, result.merged(), wanted).write(folder, cancellation);
                report(design, folder, wanted);
            }
        }
    }

    private String wholePrompt(Layout layout) throws BadInputException {
        if (prompt == null) {
            return layout.prompt();
        }
        try {
            LayoutReader.requirePrompt(prompt, "--prompt");
            return prompt;
        } catch (LayoutException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private Settings settings(Layout layout) throws BadInputException {
        try {
            return new Settings(
                            seed == null ? layout.seed().orElse(0) : seed,
                            steps == null ? OptionalInt.empty() : OptionalInt.of(steps),
                            guidance == null ? OptionalDouble.empty() : OptionalDouble.of(guidance),
                            embeddedGuidance == null ? OptionalDouble.empty() : OptionalDouble.of(embeddedGuidance),
                            device.asked(),
                            0)
                    .with(tuning.tuning())
                    .workingAt(workingSize == null ? OptionalInt.empty() : OptionalInt.of(workingSize));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private ConsoleProgress progress() {
        return new ConsoleProgress(terminal, quiet, cancellation, System::nanoTime);
    }

    private LayerGenerator open(ModelEntry entry, String on) throws BadInputException, ModelException {
        try (ConsoleProgress progress = progress()) {
            progress.step(Progress.Stage.LOAD, 0, 1);
            return entry.open(on, progress);
        } catch (IllegalArgumentException e) { // a device that is not there
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private GenerateResult run(GenerateRequest request, LayerGenerator generator)
            throws BadInputException, ModelException {
        try (ConsoleProgress progress = progress()) {
            progress.check();
            return generator.generate(request, progress);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private void note(String sentence) {
        if (!quiet) {
            terminal.err().println("Note: " + sentence);
        }
    }

    private void report(Document design, Path folder, Set<ExportFormat> wanted) {
        if (quiet) {
            return;
        }
        int made = design.layers().size();
        String files = wanted.stream().map(DesignFiles::place).collect(Collectors.joining(", "));
        terminal.out().println("Made " + (made == 1 ? "1 layer" : made + " layers") + " in " + folder + ": " + files);
    }
}
