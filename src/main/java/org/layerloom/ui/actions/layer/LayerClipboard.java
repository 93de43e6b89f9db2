package org.layerloom.ui.actions.layer;

import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.edit.LayerEdits;
import org.layerloom.edit.MarqueePixels;
import org.layerloom.edit.Tree;

/// Layers copied to be pasted, in this document or the next that is opened. Other programs do not see it.
public final class LayerClipboard {
    private List<Layer> layers = List.of();

    public boolean isEmpty() {
        return layers.isEmpty();
    }

    /// Keeps the selected layers, with all that they hold, or their pixels inside the marquee where there is one.
    /// What was kept before stays where nothing is selected.
    ///
    /// @return whether there was anything to keep
    public boolean copy(Document document, List<LayerId> ids) {
        List<PixelLayer> pixels =
                document.marquee().isPresent() ? MarqueePixels.copied(document, ids) : List.<PixelLayer>of();
        List<Layer> copied = document.marquee().isPresent() ? List.copyOf(pixels) : Tree.tops(document, ids);
        if (!copied.isEmpty()) {
            layers = copied;
        }
        return !copied.isEmpty();
    }

    /// Puts what is kept above the topmost selected layer, at the place that it was copied from; the ids follow from
    /// `Document.newId()`.
    public Document paste(Document document, List<LayerId> ids) {
        return LayerEdits.paste(document, layers, ids);
    }
}
