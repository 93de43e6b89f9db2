package org.layerloom.document;

import java.util.Objects;

/// The pixels that painting, deleting, copying and cropping are held to. Part of the document, so that selecting can
/// be undone; no file keeps it.
///
/// @param coverage of each pixel the alpha counts, 255 = selected; its colours are 0
/// @param x left edge, in document px
/// @param y top edge
public record Marquee(Raster coverage, int x, int y) {
    public Marquee {
        Objects.requireNonNull(coverage);
        if (coverage.isEmpty()) {
            throw new IllegalArgumentException("a marquee of no pixels");
        }
    }

    /// A whole rectangle.
    public static Marquee of(Rect area) {
        return new Marquee(Raster.filled(area.width(), area.height(), 0xff000000), area.x(), area.y());
    }

    public Rect bounds() {
        return new Rect(x, y, coverage.width(), coverage.height());
    }

    /// How much of a document pixel is selected, 0..255.
    public int at(int px, int py) {
        return bounds().contains(px, py) ? coverage.argb(px - x, py - y) >>> 24 : 0;
    }
}
