package org.layerloom.composite;

import org.layerloom.document.Rect;

/// Part of the canvas while it is composited: premultiplied red, green, blue and alpha as floats 0..1, a plane
/// each, row-major. Starts transparent.
final class Pixels {
    final Rect area;
    final float[] red;
    final float[] green;
    final float[] blue;
    final float[] alpha;

    Pixels(Rect area) {
        this.area = area;
        int size = Math.toIntExact(area.area());
        red = new float[size];
        green = new float[size];
        blue = new float[size];
        alpha = new float[size];
    }

    /// Place of a pixel, given in canvas coordinates, in the planes.
    int index(int x, int y) {
        return (y - area.y()) * area.width() + x - area.x();
    }

    /// A copy of the part inside `part`, which must lie within the area.
    Pixels copy(Rect part) {
        Pixels copy = new Pixels(part);
        for (int y = part.y(); y < part.bottom(); y++) {
            int from = index(part.x(), y);
            int to = copy.index(part.x(), y);
            System.arraycopy(red, from, copy.red, to, part.width());
            System.arraycopy(green, from, copy.green, to, part.width());
            System.arraycopy(blue, from, copy.blue, to, part.width());
            System.arraycopy(alpha, from, copy.alpha, to, part.width());
        }
        return copy;
    }

    /// Goes back towards what was here before: `weight` 1 keeps the present pixels, 0 those of `before`.
    void fadeFrom(Pixels before, float weight) {
        for (int y = before.area.y(); y < before.area.bottom(); y++) {
            int from = before.index(before.area.x(), y);
            int at = index(before.area.x(), y);
            fade(before.red, from, red, at, before.area.width(), weight);
            fade(before.green, from, green, at, before.area.width(), weight);
            fade(before.blue, from, blue, at, before.area.width(), weight);
            fade(before.alpha, from, alpha, at, before.area.width(), weight);
        }
    }

    private static void fade(float[] before, int from, float[] plane, int at, int length, float weight) {
        for (int i = 0; i < length; i++) {
            plane[at + i] = (1 - weight) * before[from + i] + weight * plane[at + i];
        }
    }

    /// Turns premultiplied colours into straight ones, 0 where the alpha is 0.
    void unpremultiply() {
        for (int i = 0; i < alpha.length; i++) {
            float scale = alpha[i] > 0 ? 1 / alpha[i] : 0;
            red[i] *= scale;
            green[i] *= scale;
            blue[i] *= scale;
        }
    }
}
