package org.layerloom.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.layerloom.files.ProgramLog;
import org.layerloom.generate.MemoryShortage;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.TooLargeException;
import org.layerloom.generate.Verdict;
import picocli.CommandLine.ParameterException;

/// Ends every failure in one sentence on the terminal and an exit code; stack traces go to the log only.
final class Failures {
    private final Terminal terminal;
    private final ProgramLog log;

    Failures(Terminal terminal, ProgramLog log) {
        this.terminal = terminal;
        this.log = log;
    }

    /// Arguments that cannot be understood.
    int usage(ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        say(problem.getMessage().lines().findFirst().orElse("") + "; see " + command + " --help");
        return ExitCode.BAD_INPUT;
    }

    /// What cannot be done on this machine; the message is a sentence for the user.
    int refuse(IllegalStateException problem) {
        log.add(problem);
        return fail(ExitCode.FAILED, problem.getMessage());
    }

    int explain(Throwable problem) {
        if (MemoryShortage.isIn(problem)) {
            log.add(problem);
            return fail(ExitCode.FAILED, "there is not enough memory for this: take a smaller page or fewer boxes");
        }
        return switch (problem) {
            case CancellationException e -> fail(ExitCode.CANCELLED, "cancelled; nothing was written");
            case BadInputException e -> fail(ExitCode.BAD_INPUT, e.getMessage());
            case TooLargeException e -> fail(ExitCode.FAILED, e.getMessage() + smaller(e.verdict()));
            case ModelException e -> fail(ExitCode.NO_MODEL, e.getMessage());
            case UncheckedIOException e -> explain(e.getCause());
            case IOException e -> {
                log.add(e);
                yield fail(ExitCode.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
            }
            default -> fail(ExitCode.FAILED, "this is a bug: " + firstLine(problem) + where(problem));
        };
    }

    private static String smaller(Verdict verdict) {
        return verdict.side().isPresent()
                ? " For that, add --working-size " + verdict.side().getAsInt() + "."
                : "";
    }

    private static String firstLine(Throwable problem) {
        return problem.toString().lines().findFirst().orElse("");
    }

    private String where(Throwable problem) {
        return log.add(problem)
                .map(Path::toString)
                .map(file -> "; details are in " + file)
                .orElse("");
    }

    private int fail(int code, String sentence) {
        say(sentence);
        return code;
    }

    private void say(String sentence) {
        terminal.err().println("layerloom: " + sentence);
    }
}
