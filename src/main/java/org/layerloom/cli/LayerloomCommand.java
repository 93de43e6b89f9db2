package org.layerloom.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.layerloom.files.ProgramLog;
import org.layerloom.files.ProgramVersion;
import org.layerloom.generate.ModelCatalog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/// The command line as a whole: its commands, and how each way to fail ends in one sentence and an exit code.
@Command(
        name = "layerloom",
        description = "A layered design editor: boxes and a prompt become layers. Without arguments the window opens.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpWidth = 100,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = LayerloomCommand.Version.class)
public final class LayerloomCommand {
    private final ModelCatalog catalog;
    private final Terminal terminal;
    private final ProgramLog log;

    public LayerloomCommand(ModelCatalog catalog, Terminal terminal, ProgramLog log) {
        this.catalog = catalog;
        this.terminal = terminal;
        this.log = log;
    }

    /// Runs one command until its end, or until the process is asked to end.
    ///
    /// @return the exit code
    public int run(String... arguments) {
        try (Cancellation cancellation = Cancellation.onShutdown()) {
            return run(cancellation, arguments);
        }
    }

    int run(Cancellation cancellation, String... arguments) {
        Failures failures = new Failures(terminal, log);
        try {
            return commandLine(cancellation, failures).execute(arguments);
        } catch (Error e) {
            return failures.explain(e); // out of memory, above all: the library passes these on
        }
    }

    /// Says why the window cannot be opened.
    ///
    /// @return the exit code
    public int refuse(IllegalStateException problem) {
        return new Failures(terminal, log).refuse(problem);
    }

    /// Says that the window which is open already took the file.
    ///
    /// @return the exit code
    public int handedOver(Optional<Path> file) {
        terminal.out()
                .println("Layerloom is running already: its window "
                        + file.map(path -> "opens " + path).orElse("is in front"));
        return ExitCode.DONE;
    }

    /// Whether an argument names a command or is an option: anything else is a file for the window.
    public boolean understands(String argument) {
        Set<String> commands = commandLine(new Cancellation(), new Failures(terminal, log))
                .getSubcommands()
                .keySet();
        return argument.startsWith("-") || commands.contains(argument);
    }

    private CommandLine commandLine(Cancellation cancellation, Failures failures) {
        return new CommandLine(this)
                .addSubcommand(new GenerateCommand(catalog, terminal, cancellation))
                .addSubcommand(new PlanCommand(terminal, System.in, cancellation))
                .addSubcommand(new ModelsCommand(catalog, terminal, cancellation))
                .addSubcommand(new ServeCommand(catalog, terminal, cancellation))
                .addSubcommand(new ExportCommand(terminal, cancellation, failures))
                .addSubcommand(new InspectCommand(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setParameterExceptionHandler((problem, arguments) -> failures.usage(problem))
                .setExecutionExceptionHandler((problem, command, parsed) -> failures.explain(problem));
    }

    /// The version that the build wrote into the program.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Layerloom " + ProgramVersion.find()};
        }
    }
}
