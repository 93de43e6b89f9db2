package org.layerloom.document;

import java.util.Objects;

/// How a layer meets what is below it.
///
/// @param opacity 0..255, of the layer with its effects
/// @param fill 0..255, of the layer's own pixels; differs from opacity in eight modes
/// @param clip whether the layer draws only where the nearest unclipped sibling below, its base, does
/// @param clippedAsGroup of a base: whether the layers clipped to it are blended into it before it meets the backdrop,
///     as Photoshop does by default
public record Blending(BlendMode mode, int opacity, int fill, boolean clip, boolean clippedAsGroup) {
    public static final Blending NORMAL = new Blending(BlendMode.NORMAL, 255, 255, false, true);

    public Blending {
        Objects.requireNonNull(mode);
        if (opacity < 0 || opacity > 255) {
            throw new IllegalArgumentException("opacity " + opacity + " is not within 0 to 255");
        }
        if (fill < 0 || fill > 255) {
            throw new IllegalArgumentException("fill " + fill + " is not within 0 to 255");
        }
    }

    public Blending withMode(BlendMode mode) {
        return new Blending(mode, opacity, fill, clip, clippedAsGroup);
    }

    public Blending withOpacity(int opacity) {
        return new Blending(mode, opacity, fill, clip, clippedAsGroup);
    }

    public Blending withFill(int fill) {
        return new Blending(mode, opacity, fill, clip, clippedAsGroup);
    }

    public Blending withClip(boolean clip) {
        return new Blending(mode, opacity, fill, clip, clippedAsGroup);
    }

    public Blending withClippedAsGroup(boolean clippedAsGroup) {
        return new Blending(mode, opacity, fill, clip, clippedAsGroup);
    }
}
