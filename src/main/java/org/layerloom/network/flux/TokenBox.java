package org.layerloom.network.flux;

/// A layer's box in tokens of the canvas: what is inside becomes tokens, nothing else does.
public record TokenBox(int x, int y, int width, int height) {
    /// From this aspect on a box is for a line: one token is thick enough.
    private static final double LONG = 1.8;

    /// The tokens that a box of canvas px (ends exclusive) touches, cut at the canvas.
    public static TokenBox covering(
            double left, double top, double right, double bottom, int stride, int canvasWidth, int canvasHeight) {
        int x1 = Math.clamp((long) Math.floor(left / stride), 0, canvasWidth / stride);
        int y1 = Math.clamp((long) Math.floor(top / stride), 0, canvasHeight / stride);
        int x2 = Math.clamp((long) Math.ceil(right / stride), x1, canvasWidth / stride);
        int y2 = Math.clamp((long) Math.ceil(bottom / stride), y1, canvasHeight / stride);
        return new TokenBox(x1, y1, x2 - x1, y2 - y1);
    }

    /// The tokens nearest to a box of canvas px, its size before its place: at least two by two, or two by one
    /// where it is long. In one token a model has no room for a thing, and ours has never seen one.
    public static TokenBox nearest(
            double left, double top, double right, double bottom, int stride, int canvasWidth, int canvasHeight) {
        boolean wide = right - left >= LONG * (bottom - top);
        boolean tall = bottom - top >= LONG * (right - left);
        int width = near(right - left, stride, tall ? 1 : 2, canvasWidth);
        int height = near(bottom - top, stride, wide ? 1 : 2, canvasHeight);
        int x = Math.clamp(Math.round(((left + right) / stride - width) / 2), 0, canvasWidth / stride - width);
        int y = Math.clamp(Math.round(((top + bottom) / stride - height) / 2), 0, canvasHeight / stride - height);
        return new TokenBox(x, y, width, height);
    }

    private static int near(double side, int stride, int least, int canvas) {
        return (int) Math.min(Math.max(Math.round(side / stride), least), canvas / stride);
    }

    public int area() {
        return width * height;
    }
}
