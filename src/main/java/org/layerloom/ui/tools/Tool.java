package org.layerloom.ui.tools;

import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;

/// A tool that works on the document. Pure, so that it is tested without a window.
public interface Tool {
    /// Begins a gesture at a place.
    ///
    /// @param selection layers and boxes, the primary last
    Gesture press(Document document, List<LayerId> selection, Pointer at);

    /// What a press at a place would do.
    Cue cue(Document document, List<LayerId> selection, Pointer at);
}
