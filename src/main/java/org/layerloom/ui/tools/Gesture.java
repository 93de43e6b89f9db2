package org.layerloom.ui.tools;

import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;

/// One press, drag and release. Pure: each call gives the document as the gesture so far makes it out of the last
/// committed one.
public interface Gesture {
    /// What the history calls it: `Move box`.
    String label();

    /// What is selected from the press on.
    Optional<LayerId> selection();

    /// The document with the pointer at `to`, while the button is held.
    Document drag(Document document, Pointer to);

    /// What comes out when the button is let go at `to` after a drag.
    default Release release(Document document, Pointer to) {
        return Release.of(drag(document, to), selection());
    }

    /// What comes out when the pointer has not left its place.
    default Release click(Document document) {
        return Release.of(document, selection());
    }

    /// The place that a read-out at the pointer tells while dragging; empty where there is none.
    default Optional<Rect> readout(Document document, Pointer to) {
        return Optional.empty();
    }

    /// The end of a gesture.
    ///
    /// @param message a sentence for the user where something was refused
    record Release(Document document, Optional<LayerId> selection, Optional<String> message) {
        static Release of(Document document, Optional<LayerId> selection) {
            return new Release(document, selection, Optional.empty());
        }
    }

    /// A press that only selects.
    record Pick(Optional<LayerId> selection) implements Gesture {
        @Override
        public String label() {
            return "Select";
        }

        @Override
        public Document drag(Document document, Pointer to) {
            return document;
        }
    }
}
