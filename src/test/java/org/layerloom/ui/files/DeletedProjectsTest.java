package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletedProjectsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final long ROOM = 1000;

    @TempDir
    Path folder;

    private Path versions;
    private Path designs;

    @BeforeEach
    void make() throws IOException {
        versions = Files.createDirectory(folder.resolve("versions"));
        designs = Files.createDirectory(folder.resolve("designs"));
    }

    /// Versions of a project, which is there.
    private Path versionsOf(String name, int bytes) throws IOException {
        Path project = Files.createFile(designs.resolve(name + ".loom"));
        Path kept = Files.createDirectory(versions.resolve(name));
        Files.write(kept.resolve("1.loom"), new byte[bytes]);
        VersionsOwner.of(project).write(kept);
        return kept;
    }

    /// Versions of a project that was missed some days ago.
    private Path versionsOfDeleted(String name, int bytes, int days) throws IOException {
        Path kept = versionsOf(name, bytes);
        Files.delete(designs.resolve(name + ".loom"));
        VersionsOwner owner = VersionsOwner.read(kept).orElseThrow();
        owner.withMissing(Optional.of(NOW.minus(Duration.ofDays(days)))).write(kept);
        return kept;
    }

    private void clear(Instant now) throws IOException {
        new DeletedProjects(versions, ROOM, now).clear();
    }

    @Test
    void thirty_days_after_a_project_was_missed_its_versions_go() throws IOException {
        Path kept = versionsOf("poster", 10);
        Files.delete(designs.resolve("poster.loom"));
        clear(NOW);
        clear(NOW.plus(Duration.ofDays(30)));
        assertThat(kept.resolve("1.loom")).exists();
        clear(NOW.plus(Duration.ofDays(31)));
        assertThat(kept).doesNotExist();
    }

    @Test
    void a_project_that_was_deleted_with_its_folder_is_deleted_too() throws IOException {
        Path kept = versionsOfDeleted("poster", 10, 31);
        Files.delete(designs);
        clear(NOW);
        assertThat(kept).doesNotExist();
    }

    @Test
    void a_project_that_is_there_keeps_its_versions_however_old_and_large() throws IOException {
        Path kept = versionsOf("poster", 5000);
        clear(NOW.plus(Duration.ofDays(4000)));
        assertThat(kept.resolve("1.loom")).exists();
    }

    @Test
    void a_project_that_is_back_is_not_missed_any_more() throws IOException {
        Path kept = versionsOfDeleted("poster", 10, 31);
        Files.createFile(designs.resolve("poster.loom"));
        clear(NOW);
        assertThat(VersionsOwner.read(kept).orElseThrow().missing()).isEmpty();
        assertThat(kept.resolve("1.loom")).exists();
    }

    @Test
    void a_project_on_a_disk_that_is_not_at_hand_keeps_its_versions() throws IOException {
        Path kept = versionsOfDeleted("poster", 5000, 400);
        VersionsOwner owner = VersionsOwner.read(kept).orElseThrow();
        new VersionsOwner(owner.project(), "/media/stick (/dev/sdz1)", owner.missing()).write(kept);
        clear(NOW);
        assertThat(kept.resolve("1.loom")).exists();
        assertThat(VersionsOwner.read(kept).orElseThrow().missing()).isEmpty();
    }

    @Test
    void versions_of_which_nobody_knows_the_project_are_kept() throws IOException {
        Path unknown = Files.createDirectory(versions.resolve("unknown"));
        Files.write(unknown.resolve("1.loom"), new byte[5000]);
        Path garbled = Files.createDirectory(versions.resolve("garbled"));
        Files.writeString(garbled.resolve("project.json"), "{\"path\":");
        clear(NOW.plus(Duration.ofDays(4000)));
        assertThat(unknown.resolve("1.loom")).exists();
        assertThat(garbled.resolve("project.json")).exists();
    }

    @Test
    void where_they_take_too_much_room_those_missed_longest_go_first_but_none_within_a_day() throws IOException {
        Path old = versionsOfDeleted("old", 700, 20);
        Path recent = versionsOfDeleted("recent", 500, 5);
        Path today = versionsOfDeleted("today", 2000, 0);
        Path small = versionsOfDeleted("small", 100, 25);
        Files.delete(today.resolve("1.loom"));
        clear(NOW);
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
        assertThat(small).exists();
        Files.write(today.resolve("1.loom"), new byte[5000]);
        clear(NOW);
        assertThat(recent).doesNotExist();
        assertThat(today.resolve("1.loom")).exists();
    }
}
