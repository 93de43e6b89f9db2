package org.layerloom.document;

/// An affine map from a picture's own pixels to the document: `x' = xx x + xy y + dx`, `y' = yx x + yy y + dy`.
public record Transform(double xx, double xy, double dx, double yx, double yy, double dy) {
    public static final Transform IDENTITY = new Transform(1, 0, 0, 0, 1, 0);

    public Transform {
        double sum = xx + xy + dx + yx + yy + dy;
        if (Double.isNaN(sum) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("a transform with a part that is no number");
        }
        // No negative zeros: maps that do the same are equal.
        xx += 0.0;
        xy += 0.0;
        dx += 0.0;
        yx += 0.0;
        yy += 0.0;
        dy += 0.0;
    }

    public static Transform translation(double dx, double dy) {
        return new Transform(1, 0, dx, 0, 1, dy);
    }

    public static Transform scaling(double sx, double sy) {
        return new Transform(sx, 0, 0, 0, sy, 0);
    }

    /// Clockwise on screen, about the origin.
    public static Transform rotation(double degrees) {
        double radians = Math.toRadians(degrees);
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        return new Transform(cos, -sin, 0, sin, cos, 0);
    }

    /// This map first, `next` after it.
    public Transform then(Transform next) {
        return new Transform(
                next.xx * xx + next.xy * yx,
                next.xx * xy + next.xy * yy,
                next.xx * dx + next.xy * dy + next.dx,
                next.yx * xx + next.yy * yx,
                next.yx * xy + next.yy * yy,
                next.yx * dx + next.yy * dy + next.dy);
    }

    /// This map, about a point that stays where it is.
    public Transform about(double x, double y) {
        return translation(-x, -y).then(this).then(translation(x, y));
    }

    public double determinant() {
        return xx * yy - xy * yx;
    }

    /// @throws ArithmeticException where the map folds the plane to a line
    public Transform inverse() {
        double d = determinant();
        if (Math.abs(d) < 1e-12) {
            throw new ArithmeticException("a transform that leaves no area cannot be turned back");
        }
        return new Transform(yy / d, -xy / d, (xy * dy - yy * dx) / d, -yx / d, xx / d, (yx * dx - xx * dy) / d);
    }

    public double x(double x, double y) {
        return xx * x + xy * y + dx;
    }

    public double y(double x, double y) {
        return yx * x + yy * y + dy;
    }
}
