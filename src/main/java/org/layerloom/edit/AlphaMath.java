package org.layerloom.edit;

import org.layerloom.document.Marquee;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Rasters whose alpha is multiplied, inverted or taken out. Places are in document px.
final class AlphaMath {
    private AlphaMath() {}

    /// How much counts at a row of document pixels.
    interface Rows {
        /// @param into takes 0..255 for each pixel from `x` on
        void fill(int x, int y, int[] into);
    }

    static Rows of(Mask mask) {
        int rest = 255 - mask.density();
        return (x, y, into) -> {
            copyAlpha(mask.raster(), mask.bounds(), x, y, into, mask.outside());
            for (int i = 0; i < into.length && rest > 0; i++) {
                into[i] = Math.round((mask.density() * into[i] + rest * 255) / 255f);
            }
        };
    }

    static Rows of(Marquee marquee) {
        return (x, y, into) -> copyAlpha(marquee.coverage(), marquee.bounds(), x, y, into, 0);
    }

    static Rows inverse(Rows rows) {
        return (x, y, into) -> {
            rows.fill(x, y, into);
            for (int i = 0; i < into.length; i++) {
                into[i] = 255 - into[i];
            }
        };
    }

    private static void copyAlpha(Raster raster, Rect bounds, int x, int y, int[] into, int outside) {
        raster.copyRow(x - bounds.x(), y - bounds.y(), into.length, into, 0, outside << 24);
        for (int i = 0; i < into.length; i++) {
            into[i] >>>= 24;
        }
    }

    /// The raster with its alpha times `rows`.
    static Raster times(Raster raster, int x, int y, Rows rows) {
        return Raster.drawn(raster.width(), raster.height(), (top, count, argb) -> {
            int[] weights = new int[raster.width()];
            for (int row = 0; row < count; row++) {
                int at = row * raster.width();
                raster.copyRow(0, top + row, raster.width(), argb, at);
                rows.fill(x, y + top + row, weights);
                for (int i = 0; i < weights.length; i++) {
                    int alpha = Math.round((argb[at + i] >>> 24) * weights[i] / 255f);
                    argb[at + i] = alpha == 0 ? 0 : alpha << 24 | argb[at + i] & 0xffffff;
                }
            }
        });
    }

    /// What counts in an area, as alpha over black.
    static Raster drawn(Rect area, Rows rows) {
        return Raster.drawn(area.width(), area.height(), (top, count, argb) -> {
            int[] weights = new int[area.width()];
            for (int row = 0; row < count; row++) {
                rows.fill(area.x(), area.y() + top + row, weights);
                for (int i = 0; i < weights.length; i++) {
                    argb[row * weights.length + i] = weights[i] << 24;
                }
            }
        });
    }

    /// The alpha alone, over black.
    static Raster alpha(Raster raster) {
        return drawn(bounds(raster), of(raster));
    }

    /// What the alpha leaves free, over black.
    static Raster inverse(Raster raster) {
        return drawn(bounds(raster), inverse(of(raster)));
    }

    private static Rows of(Raster raster) {
        return (x, y, into) -> copyAlpha(raster, bounds(raster), x, y, into, 0);
    }

    private static Rect bounds(Raster raster) {
        return new Rect(0, 0, raster.width(), raster.height());
    }

    /// The colours at full alpha.
    static Raster opaque(Raster raster) {
        return Raster.drawn(raster.width(), raster.height(), (top, count, argb) -> {
            for (int row = 0; row < count; row++) {
                raster.copyRow(0, top + row, raster.width(), argb, row * raster.width());
            }
            for (int i = 0; i < argb.length; i++) {
                argb[i] |= 0xff000000;
            }
        });
    }
}
