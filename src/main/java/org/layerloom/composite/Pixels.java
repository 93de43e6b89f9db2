package org.layerloom.composite;

import org.layerloom.document.Rect;

/// Part of the canvas while it is composited: red, green, blue and alpha as floats 0..1, a plane each, row-major;
/// premultiplied but where it is said that they are straight. Starts transparent.
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
        copy(this, copy, part);
        return copy;
    }

    /// Takes the place of what is here; `other` must lie within the area.
    void put(Pixels other) {
        copy(other, this, other.area);
    }

    private static void copy(Pixels from, Pixels to, Rect part) {
        for (int y = part.y(); y < part.bottom(); y++) {
            int at = from.index(part.x(), y);
            int into = to.index(part.x(), y);
            System.arraycopy(from.red, at, to.red, into, part.width());
            System.arraycopy(from.green, at, to.green, into, part.width());
            System.arraycopy(from.blue, at, to.blue, into, part.width());
            System.arraycopy(from.alpha, at, to.alpha, into, part.width());
        }
    }

    /// Goes towards what another holds in a part of the row `y`: weight 0 keeps these pixels, 1 gives the others.
    void fade(Pixels other, int x, int y, int length, float[] weights) {
        int from = other.index(x, y);
        int at = index(x, y);
        fade(other.red, from, red, at, length, weights);
        fade(other.green, from, green, at, length, weights);
        fade(other.blue, from, blue, at, length, weights);
        fade(other.alpha, from, alpha, at, length, weights);
    }

    private static void fade(float[] other, int from, float[] plane, int at, int length, float[] weights) {
        for (int i = 0; i < length; i++) {
            plane[at + i] = (1 - weights[i]) * plane[at + i] + weights[i] * other[from + i];
        }
    }

    /// Takes a row of straight ARGB as straight floats.
    void unpack(int[] argb, int y) {
        int at = index(area.x(), y);
        for (int i = 0; i < argb.length; i++) {
            red[at + i] = (argb[i] >> 16 & 0xff) * RowMath.BYTE;
            green[at + i] = (argb[i] >> 8 & 0xff) * RowMath.BYTE;
            blue[at + i] = (argb[i] & 0xff) * RowMath.BYTE;
            alpha[at + i] = (argb[i] >>> 24) * RowMath.BYTE;
        }
    }

    /// Turns premultiplied colours into straight ones, 0 where the alpha is 0.
    void unpremultiply() {
        for (int i = 0; i < alpha.length; i++) {
            float scale = alpha[i] > 0 ? 1 / alpha[i] : 0;
            red[i] = Math.min(1, red[i] * scale);
            green[i] = Math.min(1, green[i] * scale);
            blue[i] = Math.min(1, blue[i] * scale);
        }
    }

    void premultiply() {
        for (int i = 0; i < alpha.length; i++) {
            red[i] *= alpha[i];
            green[i] *= alpha[i];
            blue[i] *= alpha[i];
        }
    }

    /// Takes a backdrop out of straight pixels that were composited over it: leaves what alone has the alpha `own`.
    ///
    /// @param backdrop straight, of the same area
    void removeBackdrop(Pixels backdrop, float[] own) {
        for (int i = 0; i < own.length; i++) {
            float share = own[i] > 0 ? backdrop.alpha[i] * (1 / own[i] - 1) : 0;
            red[i] = away(red[i], backdrop.red[i], share);
            green[i] = away(green[i], backdrop.green[i], share);
            blue[i] = away(blue[i], backdrop.blue[i], share);
            alpha[i] = own[i];
        }
    }

    private static float away(float colour, float backdrop, float share) {
        return Math.clamp(colour + (colour - backdrop) * share, 0f, 1f);
    }
}
