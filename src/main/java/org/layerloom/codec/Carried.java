package org.layerloom.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.layerloom.document.Bytes;

/// What a project file holds that this version of the program does not know: written back when the document is saved
/// again, so that a later version loses nothing by a stay here.
///
/// @param fields unknown JSON fields, by the object that they were in
/// @param entries unknown files of the archive, by name
public record Carried(Map<String, ObjectNode> fields, Map<String, Bytes> entries) {
    public static final Carried NOTHING = new Carried(Map.of(), Map.of());

    public Carried {
        fields = Map.copyOf(fields);
        entries = Map.copyOf(entries);
    }
}
