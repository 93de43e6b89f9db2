package org.layerloom.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.layerloom.words.Words;

/// Files that appear whole and together, or not at all. They are written into a temporary folder inside the target
/// folder, brought to the disk, and moved over the old ones by `commit`; `close` without it leaves everything as it
/// was.
///
/// ```java
/// try (AtomicFiles files = AtomicFiles.in(folder)) {
///     PngSet.write(document, files::create);
///     files.commit();
/// }
/// ```
/// Every failure is an `IOException` whose message is one sentence that names the file.
public final class AtomicFiles implements AutoCloseable {
    private static final Words WORDS = Words.of(AtomicFiles.class);
    private static final String PREFIX = ".layerloom-";
    /// No save takes so long: a temporary folder that is older was left by a program that was killed.
    private static final Duration STALE = Duration.ofDays(1);

    private final Path folder;
    /// Folders that did not exist before, outermost first.
    private final List<Path> made;
    private final Path temporary;
    private final Set<Path> names = new LinkedHashSet<>();
    private boolean committed;

    private AtomicFiles(Path folder, List<Path> made, Path temporary) {
        this.folder = folder;
        this.made = made;
        this.temporary = temporary;
    }

    /// Prepares to write into `folder`, which is made where it does not exist.
    public static AtomicFiles in(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        List<Path> made = new ArrayList<>();
        try {
            makeFolders(absolute, made);
            removeStale(absolute);
            return new AtomicFiles(absolute, made, Files.createTempDirectory(absolute, PREFIX));
        } catch (IOException e) {
            removeEmpty(made);
            throw FileErrors.explained(e, absolute);
        }
    }

    private static void removeStale(Path folder) {
        try (DirectoryStream<Path> temporary = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path path : temporary) {
                if (Files.getLastModifiedTime(path)
                        .toInstant()
                        .isBefore(Instant.now().minus(STALE))) {
                    removeTree(path);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Somebody else's, or in use: it harms nobody.
        }
    }

    /// What writes one file; it leaves the stream open.
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes one file, whole or not at all. A symbolic link stays one: what it leads to is written.
    public static void write(Path file, Content content) throws IOException {
        Path absolute = behindLinks(file.toAbsolutePath().normalize());
        if (absolute.getParent() == null) {
            throw new IOException(WORDS.text("folder", file));
        }
        try (AtomicFiles files = in(absolute.getParent())) {
            try (OutputStream out = files.create(absolute.getFileName().toString())) {
                content.writeTo(out);
            }
            files.commit();
        }
    }

    /// The same for a secret: only the user may read the file, where the system has such rights.
    public static void writePrivate(Path file, Content content) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        String name = absolute.getFileName().toString();
        try (AtomicFiles files = in(absolute.getParent())) {
            try (OutputStream out = files.create(name)) {
                content.writeTo(out);
            }
            Path written = files.temporary.resolve(name);
            if (Files.getFileStore(written).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
            }
            files.commit(false);
        }
    }

    /// Where a file lies, whatever symbolic links lead to it; a link that leads nowhere is a file itself.
    public static Path behindLinks(Path file) {
        try {
            return Files.isSymbolicLink(file) ? file.toRealPath() : file;
        } catch (IOException e) {
            return file;
        }
    }

    private static void makeFolders(Path folder, List<Path> made) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        makeFolders(folder.getParent(), made);
        Files.createDirectory(folder);
        made.add(folder);
    }

    /// Begins a file. When its stream is closed, the bytes are on the disk.
    ///
    /// @param name path below the folder, parts divided by `/`
    public OutputStream create(String name) throws IOException {
        Path relative = Path.of(name).normalize();
        if (relative.isAbsolute()
                || relative.startsWith("..")
                || relative.toString().isEmpty()) {
            throw new IllegalArgumentException("the file name " + name + " leads out of its folder");
        }
        Path target = folder.resolve(relative);
        if (Files.isDirectory(target)) {
            throw new IOException(WORDS.text("taken", target));
        }
        Path file = temporary.resolve(relative);
        try {
            Files.createDirectories(file.getParent());
            names.add(relative);
            // Not a channel: an interrupt would close it in the middle of a file.
            return new SyncedOutput(new FileOutputStream(file.toFile()), target);
        } catch (IOException e) {
            throw FileErrors.explained(e, target);
        }
    }

    /// Moves all files to their places, over older ones.
    public void commit() throws IOException {
        commit(true);
    }

    /// @param keep whether an older file's permissions stay
    private void commit(boolean keep) throws IOException {
        for (Path name : names) {
            Path target = folder.resolve(name);
            try {
                makeFolders(target.getParent(), made);
                if (keep) {
                    keepPermissions(target, temporary.resolve(name));
                }
                Files.move(
                        temporary.resolve(name),
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw FileErrors.explained(e, target);
            }
            committed = true;
        }
        names.stream().map(name -> folder.resolve(name).getParent()).distinct().forEach(AtomicFiles::sync);
    }

    /// Who may read and write the file before may do so after: a private file stays private.
    private static void keepPermissions(Path before, Path after) {
        try {
            if (Files.isRegularFile(before)) {
                Files.setPosixFilePermissions(after, Files.getPosixFilePermissions(before));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Windows, where a file has its folder's, or a disk that knows none.
        }
    }

    /// Brings a folder's entries to the disk where the system can do that: Windows cannot open folders.
    static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The files are in place; only a power cut in this second could undo their names.
        }
    }

    /// Removes what is temporary, and the folders that were made for nothing.
    @Override
    public void close() throws IOException {
        try {
            removeTree(temporary);
        } catch (IOException e) {
            throw FileErrors.explained(e, temporary);
        }
        if (!committed) {
            removeEmpty(made);
        }
    }

    private static void removeTree(Path folder) throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Collections.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void removeEmpty(List<Path> folders) {
        for (Path folder : folders.reversed()) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                return; // Somebody else put something into it.
            }
        }
    }
}
