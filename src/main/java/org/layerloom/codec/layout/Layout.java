package org.layerloom.codec.layout;

import java.util.List;
import java.util.OptionalLong;
import org.layerloom.document.Document;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;

/// What a layout file asks for: a page, a prompt and boxes, bottom first.
///
/// @param notes what was changed to make it fit: sentences
public record Layout(int width, int height, String prompt, OptionalLong seed, List<Box> boxes, List<String> notes) {
    /// One box on the page.
    ///
    /// @param prompt its own; blank = the whole prompt's phrase for it says all
    /// @param link which phrase of the whole prompt that is
    public record Box(Rect area, String prompt, Link link) {}

    public Layout {
        boxes = List.copyOf(boxes);
        notes = List.copyOf(notes);
    }

    /// The page and the boxes of a design; its layers are no part of it.
    public static Layout of(Document document) {
        List<Box> boxes = document.regions().stream()
                .map(region -> new Box(region.box(), region.prompt(), region.link()))
                .toList();
        return new Layout(
                document.width(), document.height(), document.prompt(), OptionalLong.empty(), boxes, List.of());
    }

    /// The design before anything is made: the page with its regions.
    public Document toDocument(String wholePrompt) {
        Document document = Document.blank(width, height).withPrompt(wholePrompt);
        for (Box box : boxes) {
            document = document.addRegion(box.area())
                    .withRegion(
                            document.newId(),
                            region -> region.withPrompt(box.prompt()).withLink(box.link()));
        }
        return document;
    }
}
