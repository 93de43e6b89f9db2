package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.layerloom.files.AtomicFiles;

/// Keeps the last versions of each project when a save replaces them, in a folder of the program's own. The old file
/// gets a second name before the save; nothing is copied where the file system lets it lie in the folder at once, else
/// it is copied when the save is done. What goes wrong here never stops a save. Not for the JavaFX thread.
public final class EarlierVersions {
    private static final System.Logger LOG = System.getLogger(EarlierVersions.class.getName());
    static final String ENDING = ".loom";
    /// Bytes that the versions of deleted projects may take.
    private static final long ROOM = 2L << 30;

    private final Path folder;
    private final Supplier<Integer> most;

    /// @param most how many are kept of each project
    public EarlierVersions(Path folder, Supplier<Integer> most) {
        this.folder = folder;
        this.most = most;
    }

    /// A version of a project.
    ///
    /// @param time when it was saved
    public record Version(Path file, Instant time) {}

    /// A version that a save is about to replace.
    final class Replaced {
        private final Path project;
        /// Its second name; null where there is nothing to keep.
        private final Path held;

        private Replaced(Path project, Path held) {
            this.project = project;
            this.held = held;
        }

        /// The save is done: the version is one of the earlier ones now.
        void keep() {
            try {
                if (held != null && !held.startsWith(folder)) {
                    AtomicFiles.write(newVersion(project), out -> Files.copy(held, out));
                    Files.deleteIfExists(held);
                }
                if (held != null) {
                    tellOwner(project);
                }
                thin(project);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "an earlier version of " + project + " was not kept", e);
            }
        }

        /// The save failed: the version is the project's still.
        void drop() {
            try {
                if (held != null) {
                    Files.deleteIfExists(held);
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "a second name of " + project + " was left behind", e);
            }
        }
    }

    /// Holds on to the version that lies at a place now. To be called before it is replaced, and then to be kept or
    /// dropped.
    Replaced hold(Path project) {
        if (most.get() == 0 || !Files.isRegularFile(project)) {
            return new Replaced(project, null);
        }
        Path absolute = project.toAbsolutePath().normalize();
        try {
            Path version = newVersion(absolute);
            Files.createDirectories(version.getParent());
            Path real = AtomicFiles.behindLinks(absolute); // a second name of a link would lead to the new file
            try {
                return new Replaced(absolute, Files.createLink(version, real));
            } catch (IOException | UnsupportedOperationException e) {
                return new Replaced(absolute, beside(real, version));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "no earlier version of " + project + " can be kept", e);
            return new Replaced(absolute, null);
        }
    }

    /// A second name in the project's own folder; a copy in this one where the file system has no second names.
    private static Path beside(Path project, Path version) throws IOException {
        Path beside = project.resolveSibling("." + project.getFileName() + ".earlier~");
        try {
            Files.deleteIfExists(beside); // of a program that was killed
            return Files.createLink(beside, project);
        } catch (IOException | UnsupportedOperationException e) {
            return Files.copy(project, version, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private Path newVersion(Path project) {
        return place(project).resolve(Instant.now().toEpochMilli() + ENDING);
    }

    private Path place(Path project) {
        String name = project.toAbsolutePath().normalize().toString();
        return folder.resolve(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    /// The versions of a project, the last one first.
    public List<Version> of(Path project) throws IOException {
        List<Version> versions = new ArrayList<>();
        if (!Files.isDirectory(place(project))) {
            return versions;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place(project), "*" + ENDING)) {
            for (Path file : files) {
                versions.add(new Version(file, Files.getLastModifiedTime(file).toInstant()));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        versions.sort(Comparator.comparing((Version version) -> version.file().getFileName())
                .reversed());
        return versions;
    }

    /// Clears away what is left of projects that were deleted. May take as long as a slow disk does.
    public void clearDeleted() {
        try {
            new DeletedProjects(folder, ROOM, Instant.now()).clear();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "versions of deleted projects were not cleared away", e);
        }
    }

    private void tellOwner(Path project) throws IOException {
        VersionsOwner owner = VersionsOwner.of(project);
        if (!VersionsOwner.read(place(project)).equals(Optional.of(owner))) {
            owner.write(place(project));
        }
    }

    private void thin(Path project) throws IOException {
        List<Version> versions = of(project);
        for (Version old : versions.subList(Math.min(most.get(), versions.size()), versions.size())) {
            Files.deleteIfExists(old.file());
        }
    }
}
