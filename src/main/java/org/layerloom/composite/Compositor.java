package org.layerloom.composite;

import java.util.List;
import java.util.stream.IntStream;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// The only flattener: what the screen shows, what is exported and what a thumbnail holds are the same pixels.
///
/// Colours are blended as they are stored (sRGB, no linearisation) in floats and rounded once, at the end. The
/// canvas starts transparent; what lies off it does not show.
public final class Compositor {
    /// Pixels composited at a time: four planes of floats that stay in a core's cache.
    private static final int BAND = 16_384;

    private static final RowMath MATH = RowMath.fastest();

    private Compositor() {}

    /// Composites one area of the canvas; big ones on all cores.
    ///
    /// @param area in canvas coordinates; what is outside the canvas becomes transparent
    /// @param argb takes straight ARGB, row by row, the area's first pixel at `offset`
    /// @param stride distance between two rows in `argb`
    public static void paint(Document document, Rect area, int[] argb, int offset, int stride) {
        paint(document.layers(), document.canvas(), new Target(area, argb, offset, stride), MATH);
    }

    /// The whole picture, of the canvas' size.
    public static Raster flatten(Document document) {
        return flatten(document.layers(), document.canvas());
    }

    /// Layers by themselves, over nothing: what merging them gives. The area may lie off any canvas.
    public static Raster flatten(List<Layer> layers, Rect area) {
        return Raster.drawn(area.width(), area.height(), (top, rows, argb) -> {
            Rect band = new Rect(area.x(), area.y() + top, area.width(), rows);
            paint(layers, band, new Target(band, argb, 0, band.width()), MATH);
        });
    }

    /// The whole picture, scaled by the average of the pixels that fall together, not larger than the given sides
    /// and of the canvas' aspect.
    public static Raster thumbnail(Document document, int maxWidth, int maxHeight) {
        return thumbnail(document, maxWidth, maxHeight, () -> {});
    }

    /// The same, in parts of about a megapixel.
    ///
    /// @param heard called before each part; what it throws ends the work
    public static Raster thumbnail(Document document, int maxWidth, int maxHeight, Runnable heard) {
        Rect canvas = document.canvas();
        AreaAverage average = AreaAverage.within(canvas.width(), canvas.height(), maxWidth, maxHeight);
        int rows = Math.min(canvas.height(), Math.max(1, (1 << 20) / canvas.width()));
        int[] argb = new int[rows * canvas.width()];
        for (int y = 0; y < canvas.height(); y += rows) {
            heard.run();
            Rect area = new Rect(0, y, canvas.width(), Math.min(rows, canvas.height() - y));
            paint(document, area, argb, 0, canvas.width());
            for (int row = 0; row < area.height(); row++) {
                average.add(argb, row * canvas.width());
            }
        }
        return average.result();
    }

    /// As the public `paint`, with the given arithmetic.
    static void paint(Document document, Rect area, int[] argb, RowMath math) {
        paint(document.layers(), document.canvas(), new Target(area, argb, 0, area.width()), math);
    }

    private static void paint(List<Layer> layers, Rect canvas, Target target, RowMath math) {
        Rect inside = target.area().intersect(canvas);
        if (!inside.equals(target.area())) {
            target.clear();
        }
        if (inside.isEmpty()) {
            return;
        }
        int rows = Math.clamp(BAND / inside.width(), 1, inside.height());
        IntStream bands = IntStream.range(0, Math.ceilDiv(inside.height(), rows));
        (inside.area() > BAND ? bands.parallel() : bands).forEach(band -> {
            int top = inside.y() + band * rows;
            Pixels pixels =
                    new Pixels(new Rect(inside.x(), top, inside.width(), Math.min(rows, inside.bottom() - top)));
            new Stack(math).paint(layers, pixels);
            target.put(pixels, math);
        });
    }
}
