package org.layerloom.ui.tools;

import java.util.List;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;

/// The frame around what is being transformed: how far it has been moved, scaled and turned, from how it began. What
/// is drawn always comes from the beginning, so that no step loses anything.
///
/// @param start where the things lay
/// @param cx centre now, document px
/// @param sx scale along the frame's own width; negative = mirrored
/// @param degrees clockwise
public record TransformFrame(Rect start, double cx, double cy, double sx, double sy, double degrees) {
    /// View px around a corner from which on the frame is turned.
    private static final double TURN_REACH = 28;
    private static final double STEP = 15;
    /// From the right on, clockwise.
    private static final List<Cue.Shape> ARROWS = List.of(
            Cue.Shape.STRETCH_E,
            Cue.Shape.STRETCH_SE,
            Cue.Shape.STRETCH_S,
            Cue.Shape.STRETCH_SW,
            Cue.Shape.STRETCH_W,
            Cue.Shape.STRETCH_NW,
            Cue.Shape.STRETCH_N,
            Cue.Shape.STRETCH_NE);

    /// What a place of the frame is taken by.
    public sealed interface Grip {
        record Scale(Handle handle) implements Grip {}

        record Turn() implements Grip {}

        record Move() implements Grip {}

        record None() implements Grip {}
    }

    public static TransformFrame of(Rect start) {
        return new TransformFrame(start, start.x() + start.width() / 2.0, start.y() + start.height() / 2.0, 1, 1, 0);
    }

    /// Document px before to document px now.
    public Transform transform() {
        return Transform.translation(-(start.x() + start.width() / 2.0), -(start.y() + start.height() / 2.0))
                .then(Transform.scaling(sx, sy))
                .then(Transform.rotation(degrees))
                .then(Transform.translation(cx, cy));
    }

    public boolean isIdentity() {
        return equals(of(start));
    }

    /// Px, never negative.
    public double width() {
        return Math.abs(start.width() * sx);
    }

    public double height() {
        return Math.abs(start.height() * sy);
    }

    /// Left edge of the frame before it is turned.
    public double x() {
        return cx - width() / 2;
    }

    public double y() {
        return cy - height() / 2;
    }

    /// Where a handle is, document px.
    public double handleX(Handle handle) {
        return cx + turnedX(handle.horizontal() * start.width() * sx / 2, handle.vertical() * start.height() * sy / 2);
    }

    public double handleY(Handle handle) {
        return cy + turnedY(handle.horizontal() * start.width() * sx / 2, handle.vertical() * start.height() * sy / 2);
    }

    /// The upright rectangle around the frame, whole px.
    public Rect bounds() {
        List<Handle> corners = List.of(Handle.NW, Handle.NE, Handle.SE, Handle.SW);
        double[] x = corners.stream().mapToDouble(this::handleX).sorted().toArray();
        double[] y = corners.stream().mapToDouble(this::handleY).sorted().toArray();
        return Rect.between(
                (int) Math.round(x[0]), (int) Math.round(y[0]), (int) Math.round(x[3]), (int) Math.round(y[3]));
    }

    private double turnedX(double x, double y) {
        return Transform.rotation(degrees).x(x, y);
    }

    private double turnedY(double x, double y) {
        return Transform.rotation(degrees).y(x, y);
    }

    /// The arrow that points away from the middle at a handle, however the frame is turned.
    public Cue.Shape stretch(Handle handle) {
        double angle = Math.toDegrees(Math.atan2(handleY(handle) - cy, handleX(handle) - cx));
        return ARROWS.get(Math.floorMod(Math.round(angle / 45), ARROWS.size()));
    }

    /// What a press takes: a handle, the inside, the surroundings of a corner, or nothing.
    public Grip under(Pointer at) {
        Grip nearest = new Grip.None();
        double reach = 8 * at.pixel();
        for (Handle handle : Handle.values()) {
            double away = Math.hypot(at.x() - handleX(handle), at.y() - handleY(handle));
            if (away <= reach) {
                nearest = new Grip.Scale(handle);
                reach = away;
            }
        }
        if (nearest instanceof Grip.Scale) {
            return nearest;
        }
        Transform back = Transform.rotation(-degrees);
        double x = back.x(at.x() - cx, at.y() - cy);
        double y = back.y(at.x() - cx, at.y() - cy);
        if (Math.abs(x) <= width() / 2 && Math.abs(y) <= height() / 2) {
            return new Grip.Move();
        }
        double outside = Math.hypot(Math.max(0, Math.abs(x) - width() / 2), Math.max(0, Math.abs(y) - height() / 2));
        return outside <= TURN_REACH * at.pixel() ? new Grip.Turn() : new Grip.None();
    }

    /// The frame with a grip dragged from `from` to `to`.
    public TransformFrame dragged(Grip grip, Pointer from, Pointer to) {
        return switch (grip) {
            case Grip.Scale(Handle handle) -> scaled(handle, from, to);
            case Grip.Turn() -> turned(from, to);
            case Grip.Move() -> {
                Offset offset = Offset.between(from, to);
                yield movedTo(cx + offset.dx(), cy + offset.dy());
            }
            case Grip.None() -> this;
        };
    }

    private TransformFrame turned(Pointer from, Pointer to) {
        double before = Math.toDegrees(Math.atan2(from.y() - cy, from.x() - cx));
        double now = Math.toDegrees(Math.atan2(to.y() - cy, to.x() - cx));
        double angle = degrees + now - before;
        return withDegrees(to.shift() ? Math.rint(angle / STEP) * STEP : Math.rint(angle * 10) / 10);
    }

    /// Proportions are kept unless Shift is held; the opposite side stays, with Alt the centre.
    private TransformFrame scaled(Handle handle, Pointer from, Pointer to) {
        Transform back = Transform.rotation(-degrees);
        double dx = back.x(to.x() - from.x(), to.y() - from.y()) * (to.alt() ? 2 : 1);
        double dy = back.y(to.x() - from.x(), to.y() - from.y()) * (to.alt() ? 2 : 1);
        double wide = start.width() * sx + handle.horizontal() * dx;
        double high = start.height() * sy + handle.vertical() * dy;
        double nextX = handle.horizontal() == 0 ? sx : whole(wide) / start.width();
        double nextY = handle.vertical() == 0 ? sy : whole(high) / start.height();
        if (!to.shift()) {
            return grown(handle, growth(handle, nextX / sx, nextY / sy), to.alt());
        }
        return rescaled(nextX, nextY, to.alt() ? 0 : handle.horizontal(), to.alt() ? 0 : handle.vertical());
    }

    /// The frame pulled at a handle to a multiple of its size, in proportion; `centered` about its middle, else from
    /// the other side.
    TransformFrame grown(Handle handle, double growth, boolean centered) {
        return rescaled(
                whole(start.width() * sx * growth) / start.width(),
                whole(start.height() * sy * growth) / start.height(),
                centered ? 0 : handle.horizontal(),
                centered ? 0 : handle.vertical());
    }

    private static double growth(Handle handle, double byWidth, double byHeight) {
        if (handle.horizontal() == 0) {
            return byHeight;
        }
        if (handle.vertical() == 0) {
            return byWidth;
        }
        return Math.abs(byWidth) >= Math.abs(byHeight) ? byWidth : byHeight;
    }

    /// Whole px, so that edges stay sharp; never nothing.
    private static double whole(double length) {
        double rounded = Math.rint(length);
        return rounded == 0 ? Math.copySign(1, length) : rounded;
    }

    /// Other scales with one side or corner staying where it is; 0, 0 = the centre.
    private TransformFrame rescaled(double nextX, double nextY, int pullX, int pullY) {
        double shiftX = pullX * start.width() * (nextX - sx) / 2;
        double shiftY = pullY * start.height() * (nextY - sy) / 2;
        return new TransformFrame(
                start, cx + turnedX(shiftX, shiftY), cy + turnedY(shiftX, shiftY), nextX, nextY, degrees);
    }

    public TransformFrame movedTo(double cx, double cy) {
        return new TransformFrame(start, cx, cy, sx, sy, degrees);
    }

    public TransformFrame withDegrees(double degrees) {
        double within = Math.IEEEremainder(degrees, 360);
        return new TransformFrame(start, cx, cy, sx, sy, within == 0 ? 0 : within);
    }

    /// Another width, px, with the left edge staying; `proportional` takes the height along.
    public TransformFrame withWidth(double width, boolean proportional) {
        double next = Math.copySign(width / start.width(), sx);
        return rescaled(next, proportional ? sy * next / sx : sy, 1, proportional ? 1 : 0);
    }

    public TransformFrame withHeight(double height, boolean proportional) {
        double next = Math.copySign(height / start.height(), sy);
        return rescaled(proportional ? sx * next / sy : sx, next, proportional ? 1 : 0, 1);
    }

    /// Both sides scaled to a part of what they were at the beginning, about the middle.
    public TransformFrame scaledTo(double scale) {
        return new TransformFrame(start, cx, cy, Math.copySign(scale, sx), Math.copySign(scale, sy), degrees);
    }

    /// Mirrored about its own middle.
    public TransformFrame flipped(boolean horizontal) {
        return horizontal
                ? new TransformFrame(start, cx, cy, -sx, sy, -degrees)
                : new TransformFrame(start, cx, cy, sx, -sy, -degrees);
    }
}
