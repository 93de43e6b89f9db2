package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Keeps two windows of this user from writing to one project, be they of one program or of two. The locks lie in a
/// folder of the program's own, so that a project's folder need not be writable, and end with the program that took
/// them, however it ends. Not for the JavaFX thread.
public final class ProjectLocks {
    private static final System.Logger LOG = System.getLogger(ProjectLocks.class.getName());
    private static final String ENDING = ".lock";
    private static final Duration STALE = Duration.ofDays(30);

    private final Path folder;

    /// @param folder made when the first lock is taken
    public ProjectLocks(Path folder) {
        this.folder = folder;
    }

    /// Takes the lock of a project's file, which need not exist yet.
    ///
    /// @return empty where another window has it
    Optional<ProjectLock> take(Path file) {
        try {
            Files.createDirectories(folder);
            removeStale();
            return lock(folder.resolve(UUID.nameUUIDFromBytes(name(file).getBytes(StandardCharsets.UTF_8)) + ENDING));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "no lock can be kept in " + folder, e);
            return Optional.of(ProjectLock.NONE); // better unguarded than not opened
        }
    }

    /// One name of the file, whatever links and spellings lead to it.
    private static String name(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            return absolute.toRealPath().toString();
        }
        Path parent = absolute.getParent();
        return Files.exists(parent)
                ? parent.toRealPath().resolve(absolute.getFileName()).toString()
                : absolute.toString();
    }

    private static Optional<ProjectLock> lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0); // which makes it young
                return Optional.of(new ProjectLock(Optional.of(channel)));
            }
        } catch (OverlappingFileLockException e) {
            // A window of this very program has it.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /// Files of locks that nobody took for long; those that somebody has stay.
    private void removeStale() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path path : all) {
                boolean old = Files.getLastModifiedTime(path)
                        .toInstant()
                        .isBefore(Instant.now().minus(STALE));
                Optional<ProjectLock> lock = old ? lock(path) : Optional.empty();
                if (lock.isPresent()) {
                    Files.deleteIfExists(path);
                    lock.get().close();
                }
            }
        }
    }
}
