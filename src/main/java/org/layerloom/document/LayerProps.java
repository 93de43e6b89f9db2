package org.layerloom.document;

import java.util.Objects;
import java.util.Optional;

/// What all kinds of layers have in common.
///
/// @param x left edge of the layer's pixels on the canvas; may be outside
/// @param y top edge
/// @param tag index of the colour that box, row and layer share, 0..7
/// @param mask hides parts of the layer; of a group, of all that it holds
/// @param recipe what made it; empty for what the user brought in
/// @param foreign what only the kind of file knows that the layer was opened from
public record LayerProps(
        LayerId id,
        String name,
        int x,
        int y,
        Blending blending,
        boolean visible,
        Locks locks,
        int tag,
        Optional<Mask> mask,
        Optional<Recipe> recipe,
        Foreign foreign) {
    /// How many tag colours there are.
    public static final int TAGS = 8;

    public LayerProps {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(blending);
        Objects.requireNonNull(locks);
        Objects.requireNonNull(mask);
        Objects.requireNonNull(recipe);
        Objects.requireNonNull(foreign);
        if (tag < 0 || tag >= TAGS) {
            throw new IllegalArgumentException("tag " + tag + " of layer " + name + " is not within 0 to 7");
        }
    }

    /// A visible, opaque, normal layer at the canvas' origin.
    public static LayerProps named(LayerId id, String name) {
        return new LayerProps(
                id,
                name,
                0,
                0,
                Blending.NORMAL,
                true,
                Locks.NONE,
                0,
                Optional.empty(),
                Optional.empty(),
                Foreign.NOTHING);
    }

    public BlendMode blendMode() {
        return blending.mode();
    }

    /// 0..255.
    public int opacity() {
        return blending.opacity();
    }

    public LayerProps withId(LayerId id) {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, recipe, foreign);
    }

    public LayerProps withName(String name) {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, recipe, foreign);
    }

    /// The layer's pixels elsewhere; its mask stays where it is.
    public LayerProps withPosition(int x, int y) {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, recipe, foreign);
    }

    /// Pixels and mask moved together.
    public LayerProps translate(int dx, int dy) {
        return new LayerProps(
                id,
                name,
                x + dx,
                y + dy,
                blending,
                visible,
                locks,
                tag,
                mask.map(m -> m.translate(dx, dy)),
                recipe,
                foreign);
    }

    public LayerProps withBlending(Blending blending) {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, recipe, foreign);
    }

    public LayerProps withBlendMode(BlendMode mode) {
        return withBlending(blending.withMode(mode));
    }

    public LayerProps withOpacity(int opacity) {
        return withBlending(blending.withOpacity(opacity));
    }

    public LayerProps withVisible(boolean visible) {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, recipe, foreign);
    }

    public LayerProps withLocks(Locks locks) {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, recipe, foreign);
    }

    public LayerProps withTag(int tag) {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, recipe, foreign);
    }

    public LayerProps withMask(Optional<Mask> mask) {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, recipe, foreign);
    }

    public LayerProps withRecipe(Recipe recipe) {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, Optional.of(recipe), foreign);
    }

    public LayerProps withoutRecipe() {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, Optional.empty(), foreign);
    }

    public LayerProps withForeign(Foreign foreign) {
        return new LayerProps(id, name, x, y, blending, visible, locks, tag, mask, recipe, foreign);
    }
}
