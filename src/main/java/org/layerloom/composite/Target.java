package org.layerloom.composite;

import java.util.Arrays;
import org.layerloom.document.Rect;

/// Where packed pixels go.
///
/// @param area in canvas coordinates
/// @param argb takes straight ARGB, row by row, the area's first pixel at `offset`
/// @param stride distance between two rows
record Target(Rect area, int[] argb, int offset, int stride) {
    void put(Pixels pixels, RowMath math) {
        Rect part = pixels.area;
        for (int y = part.y(); y < part.bottom(); y++) {
            int at = offset + (y - area.y()) * stride + part.x() - area.x();
            math.pack(pixels, pixels.index(part.x(), y), part.width(), argb, at);
        }
    }

    void clear() {
        for (int y = 0; y < area.height(); y++) {
            Arrays.fill(argb, offset + y * stride, offset + y * stride + area.width(), 0);
        }
    }
}
