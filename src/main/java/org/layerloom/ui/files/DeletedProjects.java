package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Clears away the versions of projects that were deleted: 30 days after that was noticed, and the oldest of them
/// before where they take much room, though not within a day. A project that may exist, as on a disk that is not at
/// hand, keeps its versions. Not for the JavaFX thread.
final class DeletedProjects {
    private static final System.Logger LOG = System.getLogger(DeletedProjects.class.getName());
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration KEPT_ANYWAY = Duration.ofDays(1);

    private final Path folder;
    private final long room;
    private final Instant now;

    /// @param folder holds a folder of versions for each project
    /// @param room bytes that the versions of deleted projects may take
    DeletedProjects(Path folder, long room, Instant now) {
        this.folder = folder;
        this.room = room;
        this.now = now;
    }

    private record Gone(Path versions, Instant since, long bytes) {}

    void clear() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Gone> gone = new ArrayList<>();
        for (Path versions : files(folder)) {
            try {
                look(versions).ifPresent(gone::add);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, versions + " is kept: its project cannot be looked for", e);
            }
        }
        gone.sort(Comparator.comparing(Gone::since).reversed());
        long taken = 0;
        for (Gone one : gone) {
            taken += one.bytes();
            Duration age = Duration.between(one.since(), now);
            boolean crowded = taken > room && age.compareTo(KEPT_ANYWAY) > 0;
            if (crowded || age.compareTo(KEPT) > 0) {
                delete(one.versions());
                taken -= one.bytes();
            }
        }
    }

    /// Notes in a folder when its project was first missing, or that it is back.
    private Optional<Gone> look(Path versions) throws IOException {
        Optional<VersionsOwner> told = VersionsOwner.read(versions);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        VersionsOwner owner = told.get();
        Optional<Instant> since =
                owner.isDeleted() ? Optional.of(owner.missing().orElse(now)) : Optional.empty();
        if (!since.equals(owner.missing())) {
            owner.withMissing(since).write(versions);
        }
        if (since.isEmpty()) {
            return Optional.empty();
        }
        long bytes = 0;
        for (Path file : files(versions)) {
            bytes += Files.size(file);
        }
        return Optional.of(new Gone(versions, since.get(), bytes));
    }

    private static void delete(Path versions) throws IOException {
        for (Path file : files(versions)) {
            if (file.toString().endsWith(EarlierVersions.ENDING)) {
                Files.deleteIfExists(file);
            }
        }
        VersionsOwner.delete(versions);
        try {
            Files.deleteIfExists(versions);
        } catch (DirectoryNotEmptyException e) {
            LOG.log(System.Logger.Level.DEBUG, versions + " holds files of others", e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        return files;
    }
}
