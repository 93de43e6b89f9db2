package org.layerloom.ui.files;

import java.io.IOException;
import java.util.Optional;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// Unsaved work of a window that is gone.
///
/// @param picture what it looks like, small
public record Abandoned(RecoverySlot slot, KeptWork about, Optional<Raster> picture) {
    static Abandoned of(RecoverySlot slot) throws IOException {
        return new Abandoned(slot, slot.about(), slot.picture());
    }

    String title() {
        return about.title().isBlank() ? Words.of(Abandoned.class).text("untitled") : about.title();
    }
}
