package org.layerloom.document;

/// A rectangle of whole pixels in document coordinates; empty when a side is 0.
public record Rect(int x, int y, int width, int height) {
    public static final Rect EMPTY = new Rect(0, 0, 0, 0);

    public Rect {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a rectangle of " + width + " x " + height + " px has a negative side");
        }
    }

    /// The rectangle between two corners given in any order.
    public static Rect between(int x0, int y0, int x1, int y1) {
        return new Rect(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
    }

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    public long area() {
        return (long) width * height;
    }

    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    public boolean contains(int px, int py) {
        return px >= x && py >= y && px < right() && py < bottom();
    }

    public boolean contains(Rect other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    public Rect intersect(Rect other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        int width = Math.min(right(), other.right()) - left;
        int height = Math.min(bottom(), other.bottom()) - top;
        return width <= 0 || height <= 0 ? EMPTY : new Rect(left, top, width, height);
    }

    /// The smallest rectangle that holds both; an empty one adds nothing.
    public Rect union(Rect other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Rect(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    public Rect translate(int dx, int dy) {
        return new Rect(x + dx, y + dy, width, height);
    }

    /// Grows every side outward to the next multiple of `step`; the canvas does not limit it.
    public Rect snapOutward(int step) {
        int left = Math.floorDiv(x, step) * step;
        int top = Math.floorDiv(y, step) * step;
        int right = Math.ceilDiv(right(), step) * step;
        int bottom = Math.ceilDiv(bottom(), step) * step;
        return new Rect(left, top, right - left, bottom - top);
    }
}
