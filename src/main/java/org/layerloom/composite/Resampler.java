package org.layerloom.composite;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;

/// Draws a raster through an affine map, premultiplied. Moves by whole pixels, quarter turns and mirrorings are exact
/// copies; scaling is bicubic (Keys, a = -0.5), over the area that a pixel covers where it shrinks; turning is bicubic.
/// The edges of what comes out are as sharp as the source's: where the outline runs through a pixel, the pixel is
/// covered in part.
public final class Resampler {
    /// How well it is drawn.
    public enum Quality {
        /// The nearest pixel: for what is shown while it is dragged.
        DRAFT,
        /// For what is kept.
        FINE
    }

    /// A raster and where its top left corner lies.
    public record Drawn(Raster raster, int x, int y) {
        public Rect bounds() {
            return new Rect(x, y, raster.width(), raster.height());
        }
    }

    private final Quality quality;
    private final BooleanSupplier cancelled;

    /// @param cancelled asked often, from several threads
    public Resampler(Quality quality, BooleanSupplier cancelled) {
        this.quality = quality;
        this.cancelled = cancelled;
    }

    /// Draws `source` through `transform`, which leads from its pixels to the document.
    ///
    /// @param within what of the document is drawn; the rest is cut off
    /// @throws ArithmeticException where the map leaves no area
    /// @throws CancellationException when it was cancelled
    public Drawn draw(Raster source, Transform transform, Rect within) {
        Rect bounds = bounds(source.width(), source.height(), transform).intersect(within);
        if (source.isEmpty() || bounds.isEmpty()) {
            return new Drawn(Raster.empty(), bounds.x(), bounds.y());
        }
        if (isGrid(transform)
                && transform.xx() == 1
                && transform.yy() == 1
                && bounds.width() == source.width()
                && bounds.height() == source.height()) {
            return new Drawn(source, bounds.x(), bounds.y());
        }
        return new Drawn(painted(source, transform, bounds), bounds.x(), bounds.y());
    }

    private Raster painted(Raster source, Transform transform, Rect bounds) {
        if (quality == Quality.DRAFT || isGrid(transform)) {
            return drawn(bounds, new NearestRows(source, transform.inverse()));
        }
        if (isUpright(transform)) {
            return drawn(bounds, new ScaledRows(source, transform, bounds));
        }
        return drawn(bounds, shrunkAndTurned(source, transform));
    }

    /// Shrinking is done first, along the source's own axes, so that the turn finds a pixel for each pixel.
    private Rows shrunkAndTurned(Raster source, Transform transform) {
        double alongX = Math.hypot(transform.xx(), transform.yx());
        double alongY = Math.hypot(transform.xy(), transform.yy());
        int width = alongX < 1 ? (int) Math.max(1, Math.ceil(source.width() * alongX)) : source.width();
        int height = alongY < 1 ? (int) Math.max(1, Math.ceil(source.height() * alongY)) : source.height();
        double sx = (double) width / source.width();
        double sy = (double) height / source.height();
        Rect small = new Rect(0, 0, width, height);
        Raster shrunk = width == source.width() && height == source.height()
                ? source
                : drawn(small, new ScaledRows(source, Transform.scaling(sx, sy), small));
        return new TurnedRows(shrunk, Transform.scaling(1 / sx, 1 / sy).then(transform));
    }

    /// Draws one row of the result.
    interface Rows {
        /// @param x document column of the first pixel; pixel centres lie half a pixel further
        void paint(int x, int y, int width, int[] argb, int offset);
    }

    private Raster drawn(Rect bounds, Rows rows) {
        return Raster.drawn(bounds.width(), bounds.height(), (top, count, argb) -> {
            for (int row = 0; row < count; row++) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("drawing was cancelled");
                }
                rows.paint(bounds.x(), bounds.y() + top + row, bounds.width(), argb, row * bounds.width());
            }
        });
    }

    /// The pixels that something of `width` x `height` px touches when it is drawn through `transform`.
    public static Rect bounds(double width, double height, Transform transform) {
        double[] xs = new double[4];
        double[] ys = new double[4];
        for (int corner = 0; corner < 4; corner++) {
            double x = corner % 2 * width;
            double y = corner / 2 * height;
            xs[corner] = transform.x(x, y);
            ys[corner] = transform.y(x, y);
        }
        int left = floor(Math.min(Math.min(xs[0], xs[1]), Math.min(xs[2], xs[3])));
        int top = floor(Math.min(Math.min(ys[0], ys[1]), Math.min(ys[2], ys[3])));
        int right = -floor(-Math.max(Math.max(xs[0], xs[1]), Math.max(xs[2], xs[3])));
        int bottom = -floor(-Math.max(Math.max(ys[0], ys[1]), Math.max(ys[2], ys[3])));
        return new Rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /// Rounding errors of a thousandth of a pixel make no pixel more.
    private static int floor(double at) {
        return (int) Math.floor(at + 1e-3);
    }

    /// Whether whole pixels meet whole pixels: turned by quarters, mirrored, moved.
    static boolean isGrid(Transform t) {
        boolean straight = isOne(t.xx()) && isOne(t.yy()) && isZero(t.xy()) && isZero(t.yx());
        boolean turned = isZero(t.xx()) && isZero(t.yy()) && isOne(t.xy()) && isOne(t.yx());
        return (straight || turned) && isWhole(t.dx()) && isWhole(t.dy());
    }

    /// Whether the sides stay level and upright.
    private static boolean isUpright(Transform t) {
        return isZero(t.xy()) && isZero(t.yx()) || isZero(t.xx()) && isZero(t.yy());
    }

    private static boolean isZero(double part) {
        return Math.abs(part) < 1e-9;
    }

    private static boolean isOne(double part) {
        return Math.abs(Math.abs(part) - 1) < 1e-9;
    }

    private static boolean isWhole(double part) {
        return Math.abs(part - Math.rint(part)) < 1e-6;
    }
}
