package org.layerloom.ui.tools;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.words.Words;

/// One press, drag and release. Pure: each call gives the document as the gesture so far makes it out of the last
/// committed one.
public interface Gesture {
    /// What the history calls it: `Move box`.
    String label();

    /// What is selected from the press on, the primary last.
    List<LayerId> selection();

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

    /// What is drawn over the page while dragging.
    default Feedback feedback(Document document, Pointer to) {
        return Feedback.NONE;
    }

    /// The end of a gesture.
    ///
    /// @param message a sentence for the user where something was refused
    record Release(Document document, List<LayerId> selection, Optional<String> message) {
        public static Release of(Document document, List<LayerId> selection) {
            return new Release(document, selection, Optional.empty());
        }

        public static Release refused(Document document, List<LayerId> selection, String message) {
            return new Release(document, selection, Optional.of(message));
        }
    }

    /// A press that only selects.
    record Pick(List<LayerId> selection) implements Gesture {
        @Override
        public String label() {
            return Words.of(Gesture.class).text("history.select");
        }

        @Override
        public Document drag(Document document, Pointer to) {
            return document;
        }
    }
}
