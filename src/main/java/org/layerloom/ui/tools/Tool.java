package org.layerloom.ui.tools;

import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;

/// A tool that works on the document. Pure, so that it is tested without a window.
public interface Tool {
    /// Begins a gesture at a place.
    Gesture press(Document document, Optional<LayerId> selection, Pointer at);

    /// What a press at a place would do.
    Cue cue(Document document, Optional<LayerId> selection, Pointer at);
}
