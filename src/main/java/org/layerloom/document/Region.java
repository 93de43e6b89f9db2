package org.layerloom.document;

import java.util.Objects;

/// An anonymous box drawn by the designer: here something should be.
///
/// @param layer id of the layer that is or will be made from it; the region is empty while the document has no such
///     layer
/// @param prompt the box's own prompt; blank = anonymous, the model decides from the whole prompt
/// @param tag index of the colour shared with its layer, 0..7
/// @param link which phrase of the whole prompt it gets
public record Region(LayerId layer, Rect box, String prompt, int tag, Link link) {
    public Region {
        Objects.requireNonNull(layer);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(link);
        if (box.isEmpty()) {
            throw new IllegalArgumentException("a region's box is " + box.width() + " x " + box.height() + " px");
        }
    }

    /// A box whose phrase follows from prompt and boxes.
    public Region(LayerId layer, Rect box, String prompt, int tag) {
        this(layer, box, prompt, tag, new Link.Automatic());
    }

    public Region withBox(Rect box) {
        return new Region(layer, box, prompt, tag, link);
    }

    public Region withPrompt(String prompt) {
        return new Region(layer, box, prompt, tag, link);
    }

    public Region withTag(int tag) {
        return new Region(layer, box, prompt, tag, link);
    }

    public Region withLink(Link link) {
        return new Region(layer, box, prompt, tag, link);
    }
}
