package org.layerloom.document;

import java.util.Objects;
import java.util.Optional;

/// What all kinds of layers have in common.
///
/// @param x left edge of the layer's pixels on the canvas; may be outside
/// @param y top edge
/// @param opacity 0..255
/// @param tag index of the colour that box, row and layer share, 0..7
/// @param recipe what made it; empty for what the user brought in
public record LayerProps(
        LayerId id,
        String name,
        int x,
        int y,
        BlendMode blendMode,
        int opacity,
        boolean visible,
        int tag,
        Optional<Recipe> recipe) {
    /// How many tag colours there are.
    public static final int TAGS = 8;

    public LayerProps {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(blendMode);
        Objects.requireNonNull(recipe);
        if (opacity < 0 || opacity > 255) {
            throw new IllegalArgumentException("opacity " + opacity + " of layer " + name + " is not within 0 to 255");
        }
        if (tag < 0 || tag >= TAGS) {
            throw new IllegalArgumentException("tag " + tag + " of layer " + name + " is not within 0 to 7");
        }
    }

    /// A visible, opaque, normal layer at the canvas' origin.
    public static LayerProps named(LayerId id, String name) {
        return new LayerProps(id, name, 0, 0, BlendMode.NORMAL, 255, true, 0, Optional.empty());
    }

    public LayerProps withName(String name) {
        return new LayerProps(id, name, x, y, blendMode, opacity, visible, tag, recipe);
    }

    public LayerProps withPosition(int x, int y) {
        return new LayerProps(id, name, x, y, blendMode, opacity, visible, tag, recipe);
    }

    public LayerProps withBlendMode(BlendMode blendMode) {
        return new LayerProps(id, name, x, y, blendMode, opacity, visible, tag, recipe);
    }

    public LayerProps withOpacity(int opacity) {
        return new LayerProps(id, name, x, y, blendMode, opacity, visible, tag, recipe);
    }

    public LayerProps withVisible(boolean visible) {
        return new LayerProps(id, name, x, y, blendMode, opacity, visible, tag, recipe);
    }

    public LayerProps withTag(int tag) {
        return new LayerProps(id, name, x, y, blendMode, opacity, visible, tag, recipe);
    }

    public LayerProps withRecipe(Recipe recipe) {
        return new LayerProps(id, name, x, y, blendMode, opacity, visible, tag, Optional.of(recipe));
    }
}
