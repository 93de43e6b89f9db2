package org.layerloom.edit.paint;

/// A soft round tip.
///
/// @param size diameter, document px
/// @param hardness 0..1: the part of the radius that is full; the rest fades out
/// @param opacity 0..1: what a stroke covers at most, however often it crosses itself
/// @param flow 0..1: what a single dab covers
public record Brush(double size, double hardness, double opacity, double flow) {
    public static final double MAX_SIZE = 1_000;
    public static final Brush ROUND = new Brush(24, 0.8, 1, 1);

    /// Distance of two dabs, as a part of the size.
    private static final double SPACING = 0.12;

    public Brush {
        if (!(size >= 1 && size <= MAX_SIZE)) {
            throw new IllegalArgumentException("a brush of " + size + " px is not within 1 to " + MAX_SIZE);
        }
        requirePart("hardness", hardness);
        requirePart("opacity", opacity);
        requirePart("flow", flow);
    }

    private static void requirePart(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a brush's " + name + " " + value + " is not within 0 to 1");
        }
    }

    public Brush withSize(double size) {
        return new Brush(Math.clamp(size, 1, MAX_SIZE), hardness, opacity, flow);
    }

    public Brush withHardness(double hardness) {
        return new Brush(size, Math.clamp(hardness, 0, 1), opacity, flow);
    }

    public Brush withOpacity(double opacity) {
        return new Brush(size, hardness, Math.clamp(opacity, 0, 1), flow);
    }

    public Brush withFlow(double flow) {
        return new Brush(size, hardness, opacity, Math.clamp(flow, 0, 1));
    }

    /// The next larger size: fine steps for fine tips.
    public Brush larger() {
        return withSize(Math.floor(size) + step(size));
    }

    /// The next smaller size.
    public Brush smaller() {
        return withSize(Math.ceil(size) - step(size - 1));
    }

    private static double step(double size) {
        if (size < 10) {
            return 1;
        }
        if (size < 50) {
            return 5;
        }
        return size < 100 ? 10 : size < 300 ? 25 : 50;
    }

    double spacing() {
        return Math.max(0.5, size * SPACING);
    }

    /// Radius up to which a dab is full, px.
    double inner() {
        return Math.min(size / 2 * hardness, size / 2 - 0.5);
    }

    /// Radius from which on a dab is nothing; the edge is at least a pixel wide, so that it is smooth.
    double outer() {
        return Math.max(size / 2, inner() + 1);
    }
}
