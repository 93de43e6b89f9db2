package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Where work is kept that no file holds yet, so that a crash takes at most the last seconds: a slot for each window.
public final class RecoveryFolder {
    private final Path folder;

    /// @param folder made when the first work is kept
    public RecoveryFolder(Path folder) {
        this.folder = folder;
    }

    /// A new slot, owned by the caller.
    RecoverySlot newSlot() throws IOException {
        Optional<RecoverySlot> slot = Optional.empty();
        while (slot.isEmpty()) { // A window that is just looking through the folder may have the first.
            slot = RecoverySlot.take(
                    Files.createDirectories(folder.resolve(UUID.randomUUID().toString())));
        }
        return slot.get();
    }

    /// The slots with work whose window is gone; each is owned by the caller now. Empty ones are cleared away.
    List<RecoverySlot> abandoned() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> all = Files.list(folder)) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        List<RecoverySlot> abandoned = new ArrayList<>();
        for (Path path : folders) {
            try {
                Optional<RecoverySlot> slot = RecoverySlot.take(path);
                if (slot.isPresent() && slot.get().hasWork()) {
                    abandoned.add(slot.get());
                } else if (slot.isPresent()) {
                    slot.get().delete();
                }
            } catch (IOException e) {
                // Gone meanwhile, or not to be read: the work in the others is offered all the same.
            }
        }
        return abandoned;
    }
}
