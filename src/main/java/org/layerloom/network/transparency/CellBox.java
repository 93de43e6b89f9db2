package org.layerloom.network.transparency;

/// A layer's box in latent cells of the canvas (8 px each).
public record CellBox(int x, int y, int width, int height) {
    public int area() {
        return width * height;
    }
}
