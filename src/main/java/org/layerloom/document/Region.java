package org.layerloom.document;

import java.util.Objects;

/// An anonymous box drawn by the designer: here something should be.
///
/// @param layer id of the layer that is or will be made from it; the region is empty while the document has no such
///     layer
/// @param prompt the box's own prompt; blank = anonymous, the model decides from the whole prompt
/// @param tag index of the colour shared with its layer, 0..7
public record Region(LayerId layer, Rect box, String prompt, int tag) {
    public Region {
        Objects.requireNonNull(layer);
        Objects.requireNonNull(prompt);
        if (box.isEmpty()) {
            throw new IllegalArgumentException("a region's box is " + box.width() + " x " + box.height() + " px");
        }
    }

    public Region withBox(Rect box) {
        return new Region(layer, box, prompt, tag);
    }

    public Region withPrompt(String prompt) {
        return new Region(layer, box, prompt, tag);
    }
}
