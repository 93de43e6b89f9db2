package org.layerloom.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.files.ProgramLog;

/// What a report tells, and what it keeps to itself.
final class ProblemReportTest {
    private static final String SECRET = "a surprise for Ümit";

    @TempDir
    private Path folder;

    private ProblemReport report() {
        ProgramLog log = new ProgramLog(folder.resolve("layerloom.log"));
        log.note("the window is shown");
        log.add(new IllegalStateException(
                "no words for '" + SECRET + "'\nin /designs/" + SECRET + ".loom\n\tat /designs/" + SECRET,
                new IOException("/designs/" + SECRET + ".loom (gone)")));
        return new ProblemReport(Map.of("Layerloom", "1.2.3"), log.last(200));
    }

    @Test
    void it_tells_version_and_where_a_failure_came_from() {
        assertThat(report().text(false))
                .startsWith("Layerloom: 1.2.3\nlog:\n")
                .contains("INFO the window is shown")
                .contains("FAILURE java.lang.IllegalStateException\n")
                .contains("at org.layerloom.ui.about.ProblemReportTest.report(ProblemReportTest.java:")
                .contains("Caused by: java.io.IOException\n");
    }

    @Test
    void messages_stay_here_unless_they_are_wanted() {
        assertThat(report().text(false)).doesNotContain("surprise", "designs");
        assertThat(report().text(true)).contains("/designs/" + SECRET + ".loom (gone)", "no words for '" + SECRET);
    }

    @Test
    void without_a_log_the_facts_are_all() {
        assertThat(new ProblemReport(Map.of("a", "b"), java.util.List.of()).text(true))
                .isEqualTo("a: b\n");
    }
}
