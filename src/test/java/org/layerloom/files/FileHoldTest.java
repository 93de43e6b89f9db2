package org.layerloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileHoldTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsHeldOnceUntilItIsLetGo() throws IOException {
        Path file = folder.resolve("lock");
        try (FileHold hold = FileHold.take(file).orElseThrow()) {
            assertThat(FileHold.take(folder.resolve("./lock"))).isEmpty();
        }
        try (FileHold again = FileHold.take(file).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    /// The system's list of locks has a line for each, with the file's number.
    @Test
    @EnabledOnOs(OS.LINUX)
    void lookingWhetherItIsHeldLeavesTheSystemsLock() throws IOException {
        Path file = folder.resolve("lock");
        try (FileHold hold = FileHold.take(file).orElseThrow()) {
            FileHold.take(file);
            assertThat(Files.readString(Path.of("/proc/locks")))
                    .contains(":" + Files.getAttribute(file, "unix:ino") + " ");
        }
        assertThat(Files.readString(Path.of("/proc/locks")))
                .doesNotContain(":" + Files.getAttribute(file, "unix:ino") + " ");
    }

    @Test
    void takingMakesTheFileYoung() throws IOException {
        Path file = Files.createFile(folder.resolve("lock"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        try (FileHold hold = FileHold.take(file).orElseThrow()) {
            assertThat(Files.getLastModifiedTime(file).toInstant())
                    .isAfter(Instant.now().minusSeconds(3600));
        }
    }
}
