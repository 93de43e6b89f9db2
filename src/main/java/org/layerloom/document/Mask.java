package org.layerloom.document;

import java.util.Objects;

/// Hides parts of a layer without changing its pixels.
///
/// @param raster what shows: of each pixel the alpha counts, 255 = shown; its colours are 0
/// @param x left edge of the raster, in document px
/// @param y top edge
/// @param outside what counts where the raster is not: 0 or 255
/// @param density 0..255, how strongly the mask counts
/// @param enabled a disabled mask hides nothing
public record Mask(Raster raster, int x, int y, int outside, int density, boolean enabled) {
    public Mask {
        Objects.requireNonNull(raster);
        if (outside != 0 && outside != 255) {
            throw new IllegalArgumentException("a mask's outside is 0 or 255, not " + outside);
        }
        if (density < 0 || density > 255) {
            throw new IllegalArgumentException("a mask's density " + density + " is not within 0 to 255");
        }
    }

    /// An enabled mask of full density.
    public static Mask of(Raster raster, int x, int y, int outside) {
        return new Mask(raster, x, y, outside, 255, true);
    }

    public Rect bounds() {
        return new Rect(x, y, raster.width(), raster.height());
    }

    public Mask withRaster(Raster raster, int x, int y) {
        return new Mask(raster, x, y, outside, density, enabled);
    }

    public Mask withDensity(int density) {
        return new Mask(raster, x, y, outside, density, enabled);
    }

    public Mask withEnabled(boolean enabled) {
        return new Mask(raster, x, y, outside, density, enabled);
    }

    public Mask translate(int dx, int dy) {
        return new Mask(raster, x + dx, y + dy, outside, density, enabled);
    }
}
