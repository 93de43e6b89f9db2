package org.layerloom.codec;

import java.util.List;
import org.layerloom.document.Document;

/// A document read from a file.
///
/// @param notes what the file held and the document does not, or what was damaged: sentences for the user
/// @param carried what of a project is to be written back unread
public record Opened(Document document, List<String> notes, Carried carried) {
    public Opened {
        notes = List.copyOf(notes);
    }

    public Opened(Document document, List<String> notes) {
        this(document, notes, Carried.NOTHING);
    }
}
