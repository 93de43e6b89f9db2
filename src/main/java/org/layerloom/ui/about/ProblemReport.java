package org.layerloom.ui.about;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a user sends with a problem: facts of program and machine, and the last lines of the log. Names of files and
/// prompts stand in the messages of failures alone; those are left out unless the user wants them in. In English, for
/// whoever mends the program.
///
/// @param facts in their order
/// @param lines the end of the log
record ProblemReport(Map<String, String> facts, List<String> lines) {
    private static final Pattern NOTE = Pattern.compile("\\S+ INFO .*");
    private static final Pattern FRAME = Pattern.compile("\\s+(at [^\\s(]+\\([^()]*\\)|\\.\\.\\. \\d+ more)");
    /// What failed, and its message.
    private static final Pattern FAILURE =
            Pattern.compile("(\\S+ FAILURE |\\s*Caused by: |\\s*Suppressed: )([\\w.$]+)(: .*)?");

    /// @param messages whether the messages of failures are told too
    String text(boolean messages) {
        StringBuilder text = new StringBuilder();
        facts.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        if (!lines.isEmpty()) {
            text.append("log:\n");
            lines.stream()
                    .flatMap(line -> (messages ? Optional.of(line) : discreet(line)).stream())
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }

    /// The line without what may be the user's own; nothing where all of it may be.
    private static Optional<String> discreet(String line) {
        Matcher failure = FAILURE.matcher(line);
        if (failure.matches()) {
            return Optional.of(failure.group(1) + failure.group(2));
        }
        return Optional.of(line)
                .filter(text ->
                        NOTE.matcher(text).matches() || FRAME.matcher(text).matches());
    }
}
