package org.layerloom.codec;

import java.util.List;
import org.layerloom.document.Document;

/// A document read from a file.
///
/// @param notes what the file held and the document does not, or what was damaged: sentences for the user
public record Opened(Document document, List<String> notes) {
    public Opened {
        notes = List.copyOf(notes);
    }
}
