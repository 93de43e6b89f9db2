package org.layerloom.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.layerloom.codec.FileNames;
import org.layerloom.codec.Loss;
import org.layerloom.codec.Opened;
import org.layerloom.codec.export.ExportFormat;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.codec.export.ExportSource;
import org.layerloom.codec.open.AnyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `export IN... --to OUT`: files in other formats, one after the other.
@Command(
        name = "export",
        description = "Writes files in other formats. A file that cannot be read does not keep the others back.",
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "IN",
            arity = "1..*",
            description =
                    "Files that this program opens, or patterns such as 'drafts/*.psd' and" + " 'drafts/**/*.psd'.")
    private List<String> given;

    @Option(
            names = "--to",
            paramLabel = "OUT",
            required = true,
            description = "A file whose ending says the format, or a folder; made if missing.")
    private Path out;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "F",
            converter = FormatName.class,
            description = "Any of psd, psb, ora, png, jpeg, webp, pdf, svg, png-set, sprite-sheet, art, project.")
    private List<ExportFormat> formats = List.of();

    @Mixin
    private final ExportOptions options = new ExportOptions();

    @Option(names = "--force", description = "Writes over files that are there.")
    private boolean force;

    @Option(names = "--quiet", description = "Says nothing but errors.")
    private boolean quiet;

    private final Terminal terminal;
    private final Cancellation cancellation;
    private final Failures failures;

    ExportCommand(Terminal terminal, Cancellation cancellation, Failures failures) {
        this.terminal = terminal;
        this.cancellation = cancellation;
        this.failures = failures;
    }

    @Override
    public Integer call() throws BadInputException {
        List<Path> files = InputFiles.of(given);
        boolean one = formats.isEmpty() && !Files.isDirectory(out);
        List<ExportOrder> orders = options.orders(one ? List.of(formatOfFile()) : formats);
        if (orders.isEmpty()) {
            throw new BadInputException("--format: say into which format the files of a folder go");
        }
        if (one && (files.size() > 1 || orders.size() > 1)) {
            throw new BadInputException("--to: " + out + " is one file; name a folder and --format for several");
        }
        ExportTarget target = new ExportTarget(out, one, force);
        int done = 0;
        int code = ExitCode.DONE;
        for (Path file : files) {
            int ended = export(file, orders, target);
            done += ended == ExitCode.DONE ? 1 : 0;
            // A disk that is full is worse news than a file that is broken.
            code = code == ExitCode.FAILED || ended == ExitCode.DONE ? code : ended;
        }
        if (!quiet) {
            String all = files.size() == 1 ? "1 file" : files.size() + " files";
            terminal.out().println("Exported " + (done == files.size() ? all : done + " of " + all) + " to " + out);
        }
        return code;
    }

    private ExportFormat formatOfFile() throws BadInputException {
        return ExportFormat.ofFile(out.getFileName().toString())
                .orElseThrow(() -> new BadInputException("--to: the ending of " + out
                        + " is no known format's; name one with --format, and " + out + " will be a folder"));
    }

    private int export(Path file, List<ExportOrder> orders, ExportTarget target) {
        try {
            cancellation.check();
            Opened opened = opened(file);
            opened.notes().forEach(note -> note(file, "", note));
            ExportSource source = new ExportSource(
                    opened.document(), FileNames.stem(file.getFileName().toString()));
            Map<Loss, Set<ExportFormat>> losses = written(file, source, orders, target);
            losses.forEach((loss, lossy) -> note(file, names(lossy), loss.sentence()));
            return ExitCode.DONE;
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | BadInputException | RuntimeException | OutOfMemoryError e) {
            return failures.explain(e);
        }
    }

    private Map<Loss, Set<ExportFormat>> written(
            Path file, ExportSource source, List<ExportOrder> orders, ExportTarget target)
            throws IOException, BadInputException {
        try {
            return target.write(source, orders, share -> cancellation.check());
        } catch (BadInputException e) {
            throw given.size() == 1 ? e : new BadInputException(file + ": " + e.getMessage(), e);
        }
    }

    private static Opened opened(Path file) throws BadInputException {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(file + ": there is no such file");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return AnyFile.read(in);
        } catch (IOException e) {
            throw new BadInputException(file + ": " + ReadFailure.reason(e), e);
        }
    }

    /// Which of several formats a sentence is about.
    private String names(Set<ExportFormat> lossy) {
        return formats.size() < 2
                ? ""
                : lossy.stream().map(ExportFormat::id).collect(Collectors.joining(", ", " as ", ""));
    }

    private void note(Path file, String as, String sentence) {
        if (!quiet) {
            terminal.err().println("Note: " + file.getFileName() + as + ": " + sentence);
        }
    }
}
