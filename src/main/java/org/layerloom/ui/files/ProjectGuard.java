package org.layerloom.ui.files;

import java.nio.file.Path;
import java.util.Optional;

/// What guards the files of projects where the program keeps folders for it: locks against other windows, and earlier
/// versions.
record ProjectGuard(Optional<ProjectLocks> locks, Optional<EarlierVersions> versions) {
    static final ProjectGuard NONE = new ProjectGuard(Optional.empty(), Optional.empty());

    /// The lock of a file; empty where another window has it.
    Optional<ProjectLock> take(Path file) {
        return locks.isEmpty() ? Optional.of(ProjectLock.NONE) : locks.get().take(file);
    }

    /// Holds on to the version that is about to be replaced.
    Optional<EarlierVersions.Replaced> hold(Path file) {
        return versions.map(kept -> kept.hold(file));
    }
}
