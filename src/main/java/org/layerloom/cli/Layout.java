package org.layerloom.cli;

import java.util.List;
import java.util.OptionalLong;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;

/// What a layout file asks for: a page, a prompt and boxes, bottom first.
///
/// @param notes what was changed to make it fit: sentences
record Layout(int width, int height, String prompt, OptionalLong seed, List<Box> boxes, List<String> notes) {
    /// One box on the page.
    ///
    /// @param prompt its own; blank = anonymous
    record Box(Rect area, String prompt) {}

    Layout {
        boxes = List.copyOf(boxes);
        notes = List.copyOf(notes);
    }

    /// The design before anything is made: the page with its regions.
    Document toDocument(String wholePrompt) {
        Document document = Document.blank(width, height).withPrompt(wholePrompt);
        for (Box box : boxes) {
            document = document.addRegion(box.area())
                    .withRegion(document.newId(), region -> region.withPrompt(box.prompt()));
        }
        return document;
    }
}
