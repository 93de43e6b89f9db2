package org.layerloom.codec;

import java.util.EnumSet;
import java.util.Set;
import org.layerloom.document.Document;

/// Puts into the pixels, into plain masks or into plain opacity what other formats and programs do not know, so that
/// the document looks the same to them. `Loss` says where that cannot be done exactly.
public final class Baking {
    /// What can be baked.
    public enum Part {
        /// Fill becomes opacity; in the modes where it is not that, it goes into the colours of a layer that lies
        /// over an opaque one.
        FILL,
        /// A layer with those clipped to it becomes a group that has the layer's shape as its mask.
        CLIPPING,
        /// The opacity of a group goes into its mask, that of a group that passes through into its layers.
        GROUP_OPACITY,
        /// The masks of layers, and of the groups around them, go into their alpha.
        MASKS
    }

    private Baking() {}

    /// The same document for formats in which a layer is mere pixels with an opacity and a mode, and so is a group:
    /// all is baked but the opacity of groups.
    public static Document of(Document document) {
        return of(document, EnumSet.complementOf(EnumSet.of(Part.GROUP_OPACITY)));
    }

    /// The same document with some parts baked. A layer that has none of them stays the same object.
    public static Document of(Document document, Set<Part> parts) {
        Document baked = document;
        if (parts.contains(Part.FILL)) {
            baked = FillBaking.of(baked);
        }
        if (parts.contains(Part.CLIPPING)) {
            baked = ClipBaking.of(baked, parts.contains(Part.MASKS));
        }
        if (parts.contains(Part.GROUP_OPACITY)) {
            baked = GroupOpacityBaking.of(baked);
        }
        if (parts.contains(Part.MASKS)) {
            baked = MaskBaking.of(baked);
        }
        return baked;
    }
}
