package org.layerloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramLogTest {
    @TempDir
    private Path folder;

    @Test
    void notes_and_failures_follow_each_other() throws IOException {
        ProgramLog log = new ProgramLog(folder.resolve("state/layerloom.log"));
        log.note("started");
        assertThat(log.add(new IOException("gone"))).contains(log.file());
        log.note("ended");
        assertThat(Files.readAllLines(log.file()).getFirst()).endsWith("INFO started");
        assertThat(log.last(1)).singleElement().asString().endsWith("INFO ended");
        assertThat(log.last(1000)).anyMatch(line -> line.endsWith("FAILURE java.io.IOException: gone"));
    }

    @Test
    void a_long_log_is_put_aside_once() throws IOException {
        ProgramLog log = new ProgramLog(folder.resolve("a.log"), 20);
        List.of("first", "second", "third").forEach(log::note);
        assertThat(log.last(10)).singleElement().asString().endsWith("third");
        assertThat(Files.readString(folder.resolve("a.log.1")))
                .contains("second")
                .doesNotContain("first");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void a_log_that_cannot_be_written_hinders_nobody() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        ProgramLog log = new ProgramLog(taken.resolve("a.log"));
        log.note("started");
        assertThat(log.add(new IllegalStateException("x"))).isEmpty();
        assertThat(log.last(5)).isEmpty();
    }

    @Test
    void problems_that_the_jdks_logging_is_told_are_in_the_log() {
        ProgramLog log = new ProgramLog(folder.resolve("a.log"));
        LogHandler handler = new LogHandler(log);
        LogRecord warning = new LogRecord(Level.WARNING, "no lock");
        warning.setThrown(new IOException("denied"));
        handler.publish(warning);
        assertThat(log.last(100))
                .anyMatch(line -> line.endsWith("no lock"))
                .anyMatch(line -> line.contains("java.io.IOException: denied"));
    }
}
