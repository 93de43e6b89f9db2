package org.layerloom.network.flux;

/// A layer's box in tokens of the canvas: what is inside becomes tokens, nothing else does.
public record TokenBox(int x, int y, int width, int height) {
    /// The tokens that a box of canvas px (ends exclusive) touches, cut at the canvas.
    public static TokenBox covering(
            double left, double top, double right, double bottom, int stride, int canvasWidth, int canvasHeight) {
        int x1 = Math.clamp((long) Math.floor(left / stride), 0, canvasWidth / stride);
        int y1 = Math.clamp((long) Math.floor(top / stride), 0, canvasHeight / stride);
        int x2 = Math.clamp((long) Math.ceil(right / stride), x1, canvasWidth / stride);
        int y2 = Math.clamp((long) Math.ceil(bottom / stride), y1, canvasHeight / stride);
        return new TokenBox(x1, y1, x2 - x1, y2 - y1);
    }

    /// The tokens nearest to a box of canvas px: at least one, its size before its place.
    public static TokenBox nearest(
            double left, double top, double right, double bottom, int stride, int canvasWidth, int canvasHeight) {
        int width = Math.clamp(Math.round((right - left) / stride), 1, canvasWidth / stride);
        int height = Math.clamp(Math.round((bottom - top) / stride), 1, canvasHeight / stride);
        int x = Math.clamp(Math.round(((left + right) / stride - width) / 2), 0, canvasWidth / stride - width);
        int y = Math.clamp(Math.round(((top + bottom) / stride - height) / 2), 0, canvasHeight / stride - height);
        return new TokenBox(x, y, width, height);
    }

    public int area() {
        return width * height;
    }
}
