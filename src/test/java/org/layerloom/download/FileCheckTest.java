package org.layerloom.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a model's files by their hashes, and what is recorded of them.
final class FileCheckTest {
    @TempDir
    Path root;

    private Path model;
    private Path listed;
    private Path other;
    private HashBook book;
    private FileCheck check;

    @BeforeEach
    void layOut() throws Exception {
        model = Files.createDirectory(root.resolve("tiny"));
        listed = Files.writeString(model.resolve("tiny.safetensors"), "right");
        other = Files.writeString(model.resolve("notes.json"), "{}");
        Licence licence = new Licence("MIT", Licence.Terms.PERMISSIVE, false);
        URI page = URI.create("https://example.org");
        String sha256 = DownloadTest.sha256("right".getBytes(StandardCharsets.UTF_8));
        RemoteFile file = new RemoteFile("tiny.safetensors", page, 5, sha256);
        KnownModel known = new KnownModel("tiny", "Tiny", page, licence, "tiny", 0, List.of(), List.of(file));
        book = new HashBook(root.resolve("hashes.json"));
        check = new FileCheck(new KnownModels(List.of(known)), book);
    }

    private FileCheck.Result check() throws IOException {
        return check.check(model, done -> {});
    }

    @Test
    void a_file_of_which_nothing_is_known_is_recorded_and_not_called_right() throws IOException {
        assertThat(check()).isEqualTo(new FileCheck.Result(1, 0, 1, List.of(), List.of()));
        assertThat(check()).isEqualTo(new FileCheck.Result(1, 1, 0, List.of(), List.of()));
        assertThat(check().files()).isEqualTo(2);
    }

    @Test
    void one_that_changed_can_be_taken_for_right_and_one_unlike_the_published_cannot() throws IOException {
        check();
        Files.writeString(listed, "wrong");
        Files.writeString(other, "[]");
        FileCheck.Result found = check();
        assertThat(found).isEqualTo(new FileCheck.Result(0, 0, 0, List.of(listed), List.of(other)));
        check.forget(found.changed());
        assertThat(check()).isEqualTo(new FileCheck.Result(0, 0, 1, List.of(listed), List.of()));
    }

    @Test
    void what_is_left_of_a_broken_download_is_neither_read_nor_recorded() throws IOException {
        for (String end : List.of(".part", ".part.from", ".part.lock")) {
            Files.writeString(model.resolve("more.safetensors" + end), "some");
        }
        assertThat(FileCheck.files(model)).containsExactly(other, listed);
        assertThat(check().files()).isEqualTo(2);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_folder_that_cannot_be_read_is_an_io_failure() throws IOException {
        Path closed = Files.createDirectory(model.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            Assumptions.assumeFalse(Files.isReadable(closed), "everything can be read by the user of this test");
            assertThatThrownBy(this::check).isInstanceOf(IOException.class);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void one_that_was_stopped_records_nothing() {
        check.stop();
        assertThatThrownBy(this::check).isInstanceOf(CancellationException.class);
        assertThat(book.file()).doesNotExist();
    }
}
