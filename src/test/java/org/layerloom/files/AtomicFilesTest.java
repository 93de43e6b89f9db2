package org.layerloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path home;

    private static void write(AtomicFiles files, String name, String text) throws IOException {
        try (OutputStream out = files.create(name)) {
            out.write(text.getBytes());
        }
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(path -> !path.equals(home))
                    .map(path -> home.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aCommittedSetIsThereAndNothingElse() throws IOException {
        try (AtomicFiles files = AtomicFiles.in(home.resolve("new/out"))) {
            write(files, "a.txt", "one");
            write(files, "layers/b.txt", "two");
            assertThat(home.resolve("new/out/a.txt")).doesNotExist();
            files.commit();
        }
        assertThat(everything())
                .containsExactly("new", "new/out", "new/out/a.txt", "new/out/layers", "new/out/layers/b.txt");
        assertThat(home.resolve("new/out/layers/b.txt")).hasContent("two");
    }

    @Test
    void withoutACommitTheOldFilesStayAndNewFoldersGo() throws IOException {
        Files.writeString(home.resolve("a.txt"), "old");
        try (AtomicFiles files = AtomicFiles.in(home)) {
            write(files, "a.txt", "new");
            write(files, "b.txt", "new");
        }
        try (AtomicFiles files = AtomicFiles.in(home.resolve("x/y"))) {
            write(files, "c.txt", "new");
        }
        assertThat(everything()).containsExactly("a.txt");
        assertThat(home.resolve("a.txt")).hasContent("old");
    }

    @Test
    void aFileThatALinkLeadsToIsWrittenAndTheLinkStays() throws IOException {
        Path real = Files.createDirectory(home.resolve("shared")).resolve("real.txt");
        Files.writeString(real, "old");
        Path link = home.resolve("link.txt");
        try {
            Files.createSymbolicLink(link, Path.of("shared/real.txt"));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("no symbolic links here");
        }
        AtomicFiles.write(link, out -> out.write("new".getBytes()));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).hasContent("new");
        assertThat(everything()).containsExactly("link.txt", "shared", "shared/real.txt");
    }

    @Test
    void aPrivateFileStaysPrivate() throws IOException {
        Path file = Files.writeString(home.resolve("a.txt"), "old");
        Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AtomicFiles.write(file, out -> out.write("new".getBytes()));
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretIsPrivateAlsoWhereTheFileBeforeWasNot() throws IOException {
        Path file = Files.writeString(home.resolve("token"), "old");
        Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        AtomicFiles.writePrivate(file, out -> out.write("new".getBytes()));
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAKilledProgramLeftIsClearedAwayAfterADay() throws IOException {
        Path old = Files.createDirectories(home.resolve(".layerloom-old"));
        Files.writeString(old.resolve("a.txt"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path young = Files.createDirectories(home.resolve(".layerloom-young"));
        AtomicFiles.write(home.resolve("a.txt"), out -> out.write(1));
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aFileReplacesItsOldSelf() throws IOException {
        Path file = home.resolve("design.loom");
        AtomicFiles.write(file, out -> out.write("one".getBytes()));
        AtomicFiles.write(file, out -> out.write("two".getBytes()));
        assertThat(file).hasContent("two");
        assertThat(everything()).containsExactly("design.loom");
    }

    @Test
    void aWriterThatIsCancelledLeavesTheOldFile() throws IOException {
        Path file = home.resolve("design.loom");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(everything()).containsExactly("design.loom");
        assertThat(file).hasContent("old");
    }

    @Test
    void aNameTakenByAFolderIsSaid() throws IOException {
        Files.createDirectories(home.resolve("merged.png"));
        assertThatIOException()
                .isThrownBy(() -> AtomicFiles.write(home.resolve("merged.png"), out -> out.write(1)))
                .withMessage("cannot write " + home.resolve("merged.png") + ": there is a folder of this name");
        assertThat(everything()).containsExactly("merged.png");
    }

    @Test
    void aFolderBelowAFileIsSaid() throws IOException {
        Files.writeString(home.resolve("file"), "old");
        for (String below : List.of("file", "file/out")) {
            assertThatIOException()
                    .isThrownBy(() -> AtomicFiles.in(home.resolve(below)))
                    .withMessage(
                            "cannot write " + home.resolve(below) + ": a part of its path is a file, not a folder");
        }
    }

    @Test
    void aFullDiskIsSaid() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.isWritable(full), "/dev/full is not there");
        try (OutputStream out = new java.io.FileOutputStream(full.toFile())) {
            out.write(1);
        } catch (IOException e) {
            assertThat(FileErrors.explained(e, Path.of("out.psd")))
                    .hasMessage("cannot write out.psd: the disk is full");
        }
    }

    @Test
    void aFolderThatIsReadOnlyIsSaid() {
        Path proc = Path.of("/proc/self");
        Assumptions.assumeTrue(Files.isDirectory(proc), "no folder that refuses files even to an administrator");
        assertThatIOException()
                .isThrownBy(() -> AtomicFiles.in(proc.resolve("out")))
                .withMessageStartingWith("cannot write /proc/");
    }

    @Test
    void namesThatLeaveTheFolderAreRefused() throws IOException {
        try (AtomicFiles files = AtomicFiles.in(home)) {
            for (String name : List.of("../a", "/etc/a", "a/../../b", "")) {
                assertThatIllegalArgumentException().isThrownBy(() -> files.create(name));
            }
        }
    }
}
