package org.layerloom.ui.tools;

import org.layerloom.document.Rect;

/// The arithmetic of drawing, stretching and moving a box on a page. Whole pixels, never outside the page.
public final class Boxes {
    /// The shortest side that a box can be drawn with, px.
    public static final int MIN_SIDE = 8;

    private Boxes() {}

    /// The box drawn from `start` to `to`; Shift makes it square, Alt grows it around `start`.
    static Rect draw(Pointer start, Pointer to, Rect page) {
        double x0 = Math.clamp(start.x(), page.x(), page.right());
        double y0 = Math.clamp(start.y(), page.y(), page.bottom());
        int towardX = to.x() >= x0 ? 1 : -1;
        int towardY = to.y() >= y0 ? 1 : -1;
        double grow = to.alt() ? 2 : 1;
        double width = Math.abs(to.x() - x0) * grow;
        double height = Math.abs(to.y() - y0) * grow;
        if (to.shift()) {
            width = Math.max(width, height);
            height = width;
        }
        double room = room(x0, x0, to.alt() ? 0 : towardX, page.x(), page.right());
        double tall = room(y0, y0, to.alt() ? 0 : towardY, page.y(), page.bottom());
        if (to.shift()) {
            room = Math.min(room, tall);
            tall = room;
        }
        return placed(
                span(x0, x0, Math.min(width, room), to.alt() ? 0 : towardX),
                span(y0, y0, Math.min(height, tall), to.alt() ? 0 : towardY),
                page);
    }

    /// `box` with one handle dragged by (`dx`, `dy`); Shift keeps its proportions, Alt its centre.
    static Rect resize(Rect box, Handle handle, double dx, double dy, boolean shift, boolean alt, Rect page) {
        double grow = alt ? 2 : 1;
        int pullX = alt ? 0 : handle.horizontal();
        int pullY = alt ? 0 : handle.vertical();
        double room = room(box.x(), box.right(), pullX, page.x(), page.right());
        double tall = room(box.y(), box.bottom(), pullY, page.y(), page.bottom());
        double width = box.width() + handle.horizontal() * dx * grow;
        double height = box.height() + handle.vertical() * dy * grow;
        if (shift) {
            double scale = scale(handle, width / box.width(), height / box.height());
            double least = Math.max((double) MIN_SIDE / box.width(), (double) MIN_SIDE / box.height());
            scale = Math.min(Math.max(scale, least), Math.min(room / box.width(), tall / box.height()));
            width = box.width() * scale;
            height = box.height() * scale;
        } else {
            width = Math.min(Math.max(width, MIN_SIDE), handle.horizontal() == 0 ? box.width() : room);
            height = Math.min(Math.max(height, MIN_SIDE), handle.vertical() == 0 ? box.height() : tall);
        }
        Rect result =
                placed(span(box.x(), box.right(), width, pullX), span(box.y(), box.bottom(), height, pullY), page);
        return result.isEmpty() ? box : result;
    }

    /// By how much both sides grow when proportions are kept: an edge decides alone, of a corner the larger one
    /// does.
    private static double scale(Handle handle, double byWidth, double byHeight) {
        if (handle.horizontal() == 0) {
            return byHeight;
        }
        return handle.vertical() == 0 ? byWidth : Math.max(byWidth, byHeight);
    }

    /// How long a side between `low` and `high` may become when it is pulled at one end, or at both (`pull` 0).
    private static double room(double low, double high, int pull, int pageLow, int pageHigh) {
        return switch (pull) {
            case 1 -> pageHigh - low;
            case -1 -> high - pageLow;
            default -> 2 * Math.min((low + high) / 2 - pageLow, pageHigh - (low + high) / 2);
        };
    }

    /// The two ends of a side that gets `length`, by which end is pulled.
    private static double[] span(double low, double high, double length, int pull) {
        return switch (pull) {
            case 1 -> new double[] {low, low + length};
            case -1 -> new double[] {high - length, high};
            default -> new double[] {(low + high - length) / 2, (low + high + length) / 2};
        };
    }

    private static Rect placed(double[] x, double[] y, Rect page) {
        return Rect.between(
                        (int) Math.round(x[0]), (int) Math.round(y[0]), (int) Math.round(x[1]), (int) Math.round(y[1]))
                .intersect(page);
    }

    /// How far a side from `low` of `length` can go by `delta` without leaving the page; one that does not fit goes
    /// freely.
    static int withinPage(int low, int length, int delta, int pageLength) {
        return length > pageLength ? delta : Math.clamp((long) low + delta, 0, pageLength - length) - low;
    }
}
