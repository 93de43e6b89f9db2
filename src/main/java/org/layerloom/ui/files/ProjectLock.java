package org.layerloom.ui.files;

import java.io.IOException;
import java.util.Optional;
import org.layerloom.files.FileHold;

/// A window's hold on a project's file, until it is closed or the program ends.
///
/// @param hold the lock itself; empty where there is none to hold
record ProjectLock(Optional<FileHold> hold) {
    static final ProjectLock NONE = new ProjectLock(Optional.empty());

    void close() {
        try {
            if (hold.isPresent()) {
                hold.get().close();
            }
        } catch (IOException e) {
            // It ends with the program then.
        }
    }
}
