package org.layerloom.codec;

import java.util.EnumSet;
import java.util.Set;
import org.layerloom.codec.ora.CompositeOp;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.FillLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.TextLayer;
import org.layerloom.words.Words;

/// What of a document a format for exchange cannot hold. `words.properties` has a sentence for each.
public enum Loss {
    /// Text is pixels there and cannot be typed on.
    TEXT("text"),
    /// Colours and gradients are pixels there.
    FILL("fill"),
    /// Placed pictures are pixels there, in the size that they are shown.
    PLACED("placed"),
    /// Clipped layers are cut to the shape of their base, which shows at soft edges.
    CLIPPING("clipping"),
    /// The mask of a group is in its layers, where they overlap it shows.
    GROUP_MASK("groupMask"),
    /// Fill is opacity, which looks different in some modes.
    FILL_OPACITY("fillOpacity"),
    /// The opacity of a group is in its layers, where they overlap it shows.
    GROUP_OPACITY("groupOpacity"),
    /// Text is beside its pixels, as no one but its readers has tried.
    EDITABLE_TEXT("editableText"),
    /// Masks are in the pixels of their layers.
    MASK("mask"),
    /// The format lacks the mode: the one of its own that looks most like it is taken.
    MODE("mode"),
    /// A group that passes through and is not opaque is blended by itself first.
    PASS_THROUGH("passThrough"),
    GUIDES("guides"),
    /// A colour lies under what was transparent.
    TRANSPARENCY("transparency");

    private final String key;

    Loss(String key) {
        this.key = key;
    }

    /// What happens to it there: a sentence for the user.
    public String sentence() {
        return Words.of(Loss.class).text("loss." + key);
    }

    /// What a PSD file loses.
    ///
    /// @param baked what is put into plain masks, plain opacity or the pixels
    /// @param editableText whether its text layers have their text too
    public static Set<Loss> ofPsd(Document document, Set<Baking.Part> baked, boolean editableText) {
        Set<Loss> losses = EnumSet.noneOf(Loss.class);
        losses.addAll(BakingLoss.of(document, baked, true));
        document.allLayers().forEach(layer -> {
            switch (layer) {
                case TextLayer text when isKept(text) -> {}
                case TextLayer text -> losses.add(editableText ? EDITABLE_TEXT : TEXT);
                case FillLayer fill -> losses.add(FILL);
                case PlacedLayer placed -> losses.add(PLACED);
                default -> {}
            }
        });
        return losses;
    }

    /// Whether another program's own block of the text goes out with it.
    private static boolean isKept(TextLayer text) {
        return text.props().foreign().blocks().stream()
                .anyMatch(block -> block.key().equals("psd/TySh") && block.holdsFor(text));
    }

    /// What a set of PNG files loses when its layers are laid over each other again; that they are pixels is its
    /// purpose.
    public static Set<Loss> ofPngSet(Document document) {
        return BakingLoss.of(document, EnumSet.of(Baking.Part.FILL, Baking.Part.CLIPPING, Baking.Part.MASKS), false);
    }

    /// What an OpenRaster file loses.
    public static Set<Loss> ofOra(Document document) {
        Set<Loss> losses = ofPngSet(document);
        document.allLayers().forEach(layer -> {
            switch (layer) {
                case TextLayer text -> losses.add(TEXT);
                case FillLayer fill -> losses.add(FILL);
                case PlacedLayer placed -> losses.add(PLACED);
                default -> {}
            }
            BlendMode mode = layer.props().blendMode();
            if (mode == BlendMode.PASS_THROUGH && layer.props().opacity() < 255) {
                losses.add(PASS_THROUGH);
            }
            if (mode != BlendMode.PASS_THROUGH && !CompositeOp.isExact(mode)) {
                losses.add(MODE);
            }
            if (layer instanceof RasterLayer && layer.props().mask().isPresent()) {
                losses.add(MASK);
            }
        });
        if (!document.guides().isEmpty()) {
            losses.add(GUIDES);
        }
        return losses;
    }
}
