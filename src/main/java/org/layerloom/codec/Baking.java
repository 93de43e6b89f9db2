package org.layerloom.codec;

import java.util.EnumSet;
import java.util.Set;
import org.layerloom.document.Document;

/// Puts into plain masks, plain opacity or the pixels what other formats and programs do not know, so that the
/// document looks the same to them. `Loss` says where that cannot be done exactly.
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
        /// Masks with a density, disabled ones and those that miss their layer become plain ones; the mask of a group
        /// that passes through goes into its layers' masks.
        MASKS
    }

    private Baking() {}

    /// The same document with some parts baked. A layer that has none of them stays the same object.
    public static Document of(Document document, Set<Part> parts) {
        return of(document, parts, true);
    }

    /// The same document for formats in which a layer is mere pixels with an opacity and a mode, and so is a group.
    /// Masks go into the alpha of the layers.
    public static Document of(Document document) {
        return MaskBaking.of(of(document, EnumSet.of(Part.FILL, Part.CLIPPING), false));
    }

    /// The same document for formats that know layers alone: the opacity of groups goes into their alpha too.
    public static Document withoutGroups(Document document) {
        return MaskBaking.of(of(document, EnumSet.of(Part.FILL, Part.CLIPPING, Part.GROUP_OPACITY), false));
    }

    /// @param masksStay whether layers can still have masks after this
    private static Document of(Document document, Set<Part> parts, boolean masksStay) {
        Document baked = document;
        if (parts.contains(Part.MASKS)) {
            baked = PlainMasks.of(baked);
        }
        if (parts.contains(Part.FILL)) {
            baked = FillBaking.of(baked);
        }
        if (parts.contains(Part.CLIPPING)) {
            baked = ClipBaking.of(baked, masksStay);
        }
        if (parts.contains(Part.GROUP_OPACITY)) {
            baked = GroupOpacityBaking.of(baked);
        }
        return baked;
    }
}
