package org.layerloom.ui.layers;

import java.util.Locale;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.TextLayer;
import org.layerloom.words.Words;

/// The kinds of layers that the list tells apart.
enum LayerKind {
    PIXELS("mdi2i-image-outline"),
    TEXT("mdi2f-format-text"),
    FILL("mdi2f-format-color-fill"),
    PLACED("mdi2i-image-multiple-outline"),
    GROUP("mdi2f-folder-outline");

    private static final Words WORDS = Words.of(LayerKind.class);

    private final String icon;

    LayerKind(String icon) {
        this.icon = icon;
    }

    static LayerKind of(Layer layer) {
        return switch (layer) {
            case PixelLayer pixels -> PIXELS;
            case TextLayer text -> TEXT;
            case FillLayer fill -> FILL;
            case PlacedLayer placed -> PLACED;
            case GroupLayer group -> GROUP;
        };
    }

    /// Ikonli's name of its icon.
    String icon() {
        return icon;
    }

    String label() {
        return WORDS.text("kind." + name().toLowerCase(Locale.ROOT));
    }

    /// The key of what a screen reader says before the layer's name.
    String spokenKey() {
        return "spoken." + name().toLowerCase(Locale.ROOT);
    }
}
