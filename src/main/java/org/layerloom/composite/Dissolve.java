package org.layerloom.composite;

/// The grain of the dissolve mode. It is fixed to the canvas, so a moved layer keeps it and layers never change
/// each other's.
final class Dissolve {
    private Dissolve() {}

    /// A threshold within 0..1, 1 excluded, for a pixel in canvas coordinates.
    static float noise(int x, int y) {
        int h = x * 0x9E3779B1 + y * 0x85EBCA77;
        h ^= h >>> 16;
        h *= 0x7FEB352D;
        h ^= h >>> 15;
        h *= 0x846CA68B;
        h ^= h >>> 16;
        return (h >>> 8) * 0x1p-24f;
    }

    /// Whether a pixel of this coverage is drawn, 1, or not at all, 0.
    static float drawn(int x, int y, float coverage) {
        return noise(x, y) < coverage ? 1 : 0;
    }
}
