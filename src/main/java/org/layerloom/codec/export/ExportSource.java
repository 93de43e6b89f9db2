package org.layerloom.codec.export;

import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;

/// What is exported.
///
/// @param name the document's, for the names of files
/// @param selected layers, where only these are asked for
public record ExportSource(Document document, String name, Set<LayerId> selected) {
    public ExportSource {
        selected = Set.copyOf(selected);
    }

    /// A document of which nothing is selected.
    public ExportSource(Document document, String name) {
        this(document, name, Set.of());
    }
}
