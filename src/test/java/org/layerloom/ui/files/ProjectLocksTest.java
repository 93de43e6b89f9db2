package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLocksTest {
    @TempDir
    Path folder;

    private ProjectLocks locks;
    private Path project;

    @BeforeEach
    void begin() throws IOException {
        locks = new ProjectLocks(folder.resolve("locks"));
        project = Files.writeString(folder.resolve("design.loom"), "a");
    }

    /// Takes a lock and keeps it until it is killed.
    public static void main(String[] args) throws IOException {
        new ProjectLocks(Path.of(args[0])).take(Path.of(args[1])).orElseThrow();
        System.out.println("taken");
        System.in.read();
    }

    @Test
    void a_second_window_does_not_get_a_project_until_the_first_lets_it_go() {
        ProjectLock first = locks.take(project).orElseThrow();
        assertThat(new ProjectLocks(folder.resolve("locks")).take(project)).isEmpty();
        assertThat(locks.take(folder.resolve("other.loom"))).isPresent();
        first.close();
        assertThat(locks.take(project)).isPresent();
    }

    @Test
    void a_project_has_one_lock_under_all_its_names() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.loom"), project);
        assertThat(locks.take(folder.resolve("x/../design.loom"))).isPresent();
        assertThat(locks.take(link)).isEmpty();
    }

    @Test
    void where_no_lock_can_be_kept_the_project_opens_all_the_same() throws IOException {
        Path taken = Files.writeString(folder.resolve("file"), "where the folder should be");
        assertThat(new ProjectLocks(taken).take(project)).contains(ProjectLock.NONE);
    }

    @Test
    void the_lock_of_a_killed_program_is_free() throws Exception {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ProjectLocksTest.class.getName(),
                        folder.resolve("locks").toString(),
                        project.toString())
                .redirectError(folder.resolve("log").toFile())
                .start();
        assertThat(other.inputReader().readLine()).isEqualTo("taken");
        assertThat(locks.take(project)).isEmpty();
        other.destroyForcibly();
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(locks.take(project)).isPresent();
    }

    @Test
    void old_locks_that_nobody_has_are_cleared_away() throws IOException {
        ProjectLock held = locks.take(folder.resolve("held.loom")).orElseThrow();
        locks.take(folder.resolve("gone.loom")).orElseThrow().close();
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        try (var files = Files.list(folder.resolve("locks"))) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, longAgo);
            }
        }
        locks.take(project);
        try (var files = Files.list(folder.resolve("locks"))) {
            assertThat(files).hasSize(2);
        }
        held.close();
    }
}
