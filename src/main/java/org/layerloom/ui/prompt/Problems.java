package org.layerloom.ui.prompt;

import org.layerloom.generate.ModelException;
import org.layerloom.generate.TooLargeException;
import org.layerloom.words.Words;

/// What is said when a run fails: what happened, what is safe, what to do.
final class Problems {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    private static final Words WORDS = Words.of(Problems.class);

    private Problems() {}

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
