package org.layerloom.ui.prompt;

import java.util.function.Consumer;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.TooLargeException;
import org.layerloom.generate.Verdict;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// What is said when a run fails: what happened, what is safe, what to do.
final class Problems {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    private static final Words WORDS = Words.of(Problems.class);

    private Problems() {}

    /// What is told, and what can be done about it.
    ///
    /// @param how   the run was made
    /// @param again has it run once more in another way
    static Notice notice(RunListener.End.Failed failed, RunSettings how, Consumer<RunSettings> again) {
        Notice told = Notice.error(sentence(failed.problem(), failed.step()));
        return failed.problem() instanceof TooLargeException large ? offering(told, large.verdict(), how, again) : told;
    }

    /// A run that was not started for lack of memory can be started smaller, or, on this machine, all the same: of
    /// another one's memory its own server judges.
    private static Notice offering(Notice told, Verdict verdict, RunSettings how, Consumer<RunSettings> again) {
        Notice notice = told;
        if (verdict.side().isPresent()) {
            int side = verdict.side().getAsInt();
            notice = told.offering(WORDS.text("large.smaller", side), () -> again.accept(how.workingAt(side)));
        }
        return how.model().machine().isPresent()
                ? notice
                : notice.offering(WORDS.text("large.anyway"), () -> again.accept(how.startedAnyway()));
    }

    /// @param step where painting was, 0 = before its first step
    static String sentence(Throwable problem, int step) {
        return switch (problem) {
            case ModelException e
            when e.getCause() != null -> safe(WORDS.text("problem.model", ended(String.valueOf(e.getMessage()))));
            case ModelException e -> safe(asSentence(e.getMessage()));
            case TooLargeException e -> WORDS.text("problem.large", e.getMessage());
            case IllegalArgumentException e -> safe(asSentence(e.getMessage()));
            case OutOfMemoryError e -> step > 0 ? WORDS.text("problem.memory.at", step) : WORDS.text("problem.memory");
            default -> {
                LOG.log(System.Logger.Level.ERROR, "a run failed", problem);
                yield safe(WORDS.text("problem.fault", asSentence(String.valueOf(problem.getMessage()))));
            }
        };
    }

    private static String safe(String what) {
        return WORDS.text("problem.safe", what);
    }

    /// Messages are written to stand inside a line: `the prompt is empty`.
    private static String asSentence(String message) {
        String text = message == null || message.isBlank() ? WORDS.text("problem.unknown") : message.strip();
        return Character.toUpperCase(text.charAt(0)) + ended(text).substring(1);
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
