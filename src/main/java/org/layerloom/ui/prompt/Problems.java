package org.layerloom.ui.prompt;

import org.layerloom.generate.ModelException;

/// What is said when a run fails: what happened, what is safe, what to do.
final class Problems {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    private static final String SAFE = " Your layers are unchanged.";

    private Problems() {}

    /// @param step where painting was, 0 = before its first step
    static String sentence(Throwable problem, int step) {
        return switch (problem) {
            case ModelException e -> asSentence(e.getMessage()) + SAFE;
            case IllegalArgumentException e -> asSentence(e.getMessage()) + SAFE;
            case OutOfMemoryError e ->
                "The memory was not enough" + (step > 0 ? " at step " + step : "") + "." + SAFE
                        + " A smaller page or fewer boxes need less.";
            default -> {
                LOG.log(System.Logger.Level.ERROR, "a run failed", problem);
                yield "The run ended on a fault of the program: " + asSentence(String.valueOf(problem.getMessage()))
                        + SAFE;
            }
        };
    }

    /// Messages are written to stand inside a line: `the prompt is empty`.
    private static String asSentence(String message) {
        String text = message == null || message.isBlank() ? "unknown" : message.strip();
        String ended = text.endsWith(".") ? text : text + ".";
        return Character.toUpperCase(ended.charAt(0)) + ended.substring(1);
    }
}
