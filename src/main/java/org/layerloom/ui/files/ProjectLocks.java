package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.layerloom.files.FileHold;

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
            Path lock = folder.resolve(UUID.nameUUIDFromBytes(name(file).getBytes(StandardCharsets.UTF_8)) + ENDING);
            return FileHold.take(lock).map(hold -> new ProjectLock(Optional.of(hold)));
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

    /// Files of locks that nobody took for long; those that somebody has stay.
    private void removeStale() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path path : all) {
                boolean old = Files.getLastModifiedTime(path)
                        .toInstant()
                        .isBefore(Instant.now().minus(STALE));
                Optional<FileHold> lock = old ? FileHold.take(path) : Optional.empty();
                if (lock.isPresent()) {
                    Files.deleteIfExists(path);
                    lock.get().close();
                }
            }
        }
    }
}
