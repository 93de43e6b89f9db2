package org.layerloom.codec;

import java.util.EnumSet;
import java.util.Set;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.PlacedLayer;
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
    /// Clipped layers are cut to the shape of their base and blend with what is below it too.
    CLIPPING("clipping"),
    /// The mask of a group is in its layers, where they overlap it shows.
    GROUP_MASK("groupMask"),
    /// Fill is opacity, which looks different in some modes.
    FILL_OPACITY("fillOpacity");

    private final String key;

    Loss(String key) {
        this.key = key;
    }

    /// Modes in which fill does other than opacity.
    private static final Set<BlendMode> FILL_MODES = EnumSet.of(
            BlendMode.COLOR_BURN,
            BlendMode.LINEAR_BURN,
            BlendMode.COLOR_DODGE,
            BlendMode.LINEAR_DODGE,
            BlendMode.VIVID_LIGHT,
            BlendMode.LINEAR_LIGHT,
            BlendMode.HARD_MIX,
            BlendMode.DIFFERENCE);

    /// What happens to it there: a sentence for the user.
    public String sentence() {
        return Words.of(Loss.class).text("loss." + key);
    }

    /// What a PSD file loses.
    public static Set<Loss> ofPsd(Document document) {
        Set<Loss> losses = EnumSet.noneOf(Loss.class);
        document.allLayers().forEach(layer -> {
            switch (layer) {
                case TextLayer text -> losses.add(TEXT);
                case FillLayer fill -> losses.add(FILL);
                case PlacedLayer placed -> losses.add(PLACED);
                default -> {}
            }
        });
        return losses;
    }

    /// What a set of PNG files loses when its layers are laid over each other again; that they are pixels is its
    /// purpose.
    public static Set<Loss> ofPngSet(Document document) {
        Set<Loss> losses = EnumSet.noneOf(Loss.class);
        document.allLayers().forEach(layer -> {
            Blending blending = layer.props().blending();
            if (blending.clip()) {
                losses.add(CLIPPING);
            }
            if (blending.fill() < 255 && FILL_MODES.contains(blending.mode())) {
                losses.add(FILL_OPACITY);
            }
            if (layer instanceof GroupLayer group && group.props().mask().isPresent()) {
                losses.add(GROUP_MASK);
            }
        });
        return losses;
    }
}
