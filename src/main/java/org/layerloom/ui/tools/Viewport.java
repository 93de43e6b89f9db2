package org.layerloom.ui.tools;

import java.util.Arrays;

/// How the page lies in the view: a document point `p` is drawn at `offset + p * scale`, in px of the view. The
/// offset is rounded where it is used, so that the page's pixels meet the screen's; it is kept exact, so that slow
/// pans add up.
///
/// @param scale view px a document px takes
public record Viewport(double scale, double offsetX, double offsetY) {
    public static final double MIN_SCALE = 1 / 32.0;
    public static final double MAX_SCALE = 32;
    /// What a small page is enlarged to at most when it is fitted.
    private static final double MAX_FIT = 2;
    private static final double[] STEPS = {
        1 / 32.0, 1 / 16.0, 1 / 8.0, 1 / 6.0, 1 / 4.0, 1 / 3.0, 1 / 2.0, 2 / 3.0, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32
    };

    public Viewport {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("a zoom of " + scale);
        }
    }

    /// The whole page as large as it fits into a view, `margin` px clear at each side and `foot` px more at the
    /// lower edge.
    public static Viewport fit(
            double pageWidth, double pageHeight, double viewWidth, double viewHeight, double margin, double foot) {
        double freeWidth = Math.max(1, viewWidth - 2 * margin);
        double freeHeight = Math.max(1, viewHeight - foot - 2 * margin);
        double scale = limit(Math.min(MAX_FIT, Math.min(freeWidth / pageWidth, freeHeight / pageHeight)));
        return new Viewport(
                scale,
                Math.round((viewWidth - pageWidth * scale) / 2),
                Math.round(margin + (freeHeight - pageHeight * scale) / 2));
    }

    /// Another zoom with the document point under (`x`, `y`) of the view staying where it is.
    public Viewport zoomedTo(double newScale, double x, double y) {
        double limited = limit(newScale);
        return new Viewport(limited, x - (x - offsetX) * limited / scale, y - (y - offsetY) * limited / scale);
    }

    /// The next larger round zoom.
    public double nextScale() {
        return Arrays.stream(STEPS)
                .filter(step -> step > scale * 1.001)
                .findFirst()
                .orElse(MAX_SCALE);
    }

    /// The next smaller round zoom.
    public double previousScale() {
        return Arrays.stream(STEPS).filter(step -> step < scale * 0.999).max().orElse(MIN_SCALE);
    }

    public Viewport panned(double dx, double dy) {
        return new Viewport(scale, offsetX + dx, offsetY + dy);
    }

    /// Where the page's left edge is drawn.
    public double left() {
        return Math.round(offsetX);
    }

    /// Where the page's upper edge is drawn.
    public double top() {
        return Math.round(offsetY);
    }

    public double toDocumentX(double x) {
        return (x - left()) / scale;
    }

    public double toDocumentY(double y) {
        return (y - top()) / scale;
    }

    public double toViewX(double x) {
        return left() + x * scale;
    }

    public double toViewY(double y) {
        return top() + y * scale;
    }

    private static double limit(double scale) {
        return Math.clamp(scale, MIN_SCALE, MAX_SCALE);
    }
}
