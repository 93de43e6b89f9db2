package org.layerloom.edit.paint;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.Fill.Gradient;
import org.layerloom.document.Fill.Solid;
import org.layerloom.document.Fill.Stop;
import org.layerloom.document.FillLayer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Marquee;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Draws fills as pixels. Gradients run between premultiplied colours, so that a transparent end brings no colour of
/// its own in.
public final class FillPainter {
    /// Colours a gradient is made of: a step is less than a level, and a hard edge within a pixel of its place.
    private static final int STEPS = 1 << 14;

    private FillPainter() {}

    /// A layer that fills `area`, or the marquee where there is one: its rectangle, with a mask where it is another
    /// shape.
    public static FillLayer layer(Document document, LayerProps props, Fill fill, Rect area) {
        Rect place = document.marquee().map(Marquee::bounds).orElse(area);
        Optional<Mask> mask = document.marquee()
                .filter(marquee -> !marquee.equals(Marquee.of(marquee.bounds())))
                .map(marquee -> Mask.of(marquee.coverage(), marquee.x(), marquee.y(), 0));
        return new FillLayer(
                props.withPosition(place.x(), place.y()).withMask(mask.or(props::mask)), fill, raster(fill, place));
    }

    /// The same rectangle filled with something else.
    public static FillLayer refill(FillLayer layer, Fill fill) {
        return fill.equals(layer.fill()) ? layer : new FillLayer(layer.props(), fill, raster(fill, layer.bounds()));
    }

    /// The pixels of `area`, in document px.
    public static Raster raster(Fill fill, Rect area) {
        return switch (fill) {
            case Solid solid -> Raster.filled(area.width(), area.height(), solid.argb());
            case Gradient gradient -> gradient(gradient, area);
        };
    }

    private static Raster gradient(Gradient gradient, Rect area) {
        int[] colors = colors(gradient.stops());
        double dx = gradient.x1() - gradient.x0();
        double dy = gradient.y1() - gradient.y0();
        double square = dx * dx + dy * dy;
        if (square == 0) {
            return Raster.filled(area.width(), area.height(), colors[STEPS]);
        }
        double length = Math.sqrt(square);
        return Raster.drawn(area.width(), area.height(), (top, rows, argb) -> {
            for (int row = 0; row < rows; row++) {
                double y = area.y() + top + row + 0.5 - gradient.y0();
                for (int column = 0; column < area.width(); column++) {
                    double x = area.x() + column + 0.5 - gradient.x0();
                    double t = gradient.radial() ? Math.sqrt(x * x + y * y) / length : (x * dx + y * dy) / square;
                    argb[row * area.width() + column] = colors[(int) (Math.clamp(t, 0, 1) * STEPS + 0.5)];
                }
            }
        });
    }

    private static int[] colors(List<Stop> stops) {
        int[] colors = new int[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            colors[i] = color(stops, (double) i / STEPS);
        }
        return colors;
    }

    /// The straight colour at a place 0..1.
    public static int color(List<Stop> stops, double at) {
        if (at <= stops.getFirst().at()) {
            return stops.getFirst().argb();
        }
        for (int i = 1; i < stops.size(); i++) {
            Stop before = stops.get(i - 1);
            Stop after = stops.get(i);
            if (at < after.at()) {
                return mixed(before.argb(), after.argb(), (at - before.at()) / (after.at() - before.at()));
            }
        }
        return stops.getLast().argb();
    }

    private static int mixed(int from, int to, double share) {
        double first = (from >>> 24) * (1 - share);
        double second = (to >>> 24) * share;
        double alpha = first + second;
        if (alpha == 0) {
            return 0;
        }
        int argb = (int) Math.round(alpha) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = ((from >> shift & 255) * first + (to >> shift & 255) * second) / alpha;
            argb |= (int) Math.round(value) << shift;
        }
        return argb;
    }
}
