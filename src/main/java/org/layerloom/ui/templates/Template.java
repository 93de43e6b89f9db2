package org.layerloom.ui.templates;

import org.layerloom.document.Document;

/// A page with boxes to begin with, before anything is made.
///
/// @param id `invitation`: the name of its file, and what settings remember
/// @param name as the user reads it
/// @param document the page with its boxes, without layers and prompts
public record Template(String id, String name, Document document) {
    /// `1024 × 1280`.
    public String size() {
        return document.width() + " \u00d7 " + document.height();
    }
}
