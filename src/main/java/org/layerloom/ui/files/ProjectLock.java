package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// A window's hold on a project's file, until it is closed or the program ends.
///
/// @param channel whose lock it is; empty where there is none to hold
record ProjectLock(Optional<FileChannel> channel) {
    static final ProjectLock NONE = new ProjectLock(Optional.empty());

    void close() {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException e) {
            // It ends with the program then.
        }
    }
}
