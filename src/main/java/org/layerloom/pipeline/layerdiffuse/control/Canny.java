package org.layerloom.pipeline.layerdiffuse.control;

import java.util.ArrayDeque;
import java.util.Deque;

/// Canny's edges, as `cv2.Canny` of OpenCV 5 finds them bit for bit (aperture 3, gradients |dx| + |dy|, of the three
/// colours the one with the strongest gradient): what ControlNets for edges were trained on.
public final class Canny {
    private static final byte EDGE = (byte) 255;
    private static final int FRACTION = 15;
    private static final int TAN_22 = (int) (0.4142135623730950488016887242097 * (1 << FRACTION) + 0.5);

    private final int width;
    private final int height;
    private final int[] dx; // of the strongest colour
    private final int[] dy;
    private final int[] strength;

    private Canny(int[] rgb, int width, int height) {
        this.width = width;
        this.height = height;
        dx = new int[width * height];
        dy = new int[width * height];
        strength = new int[width * height];
        for (int shift = 16; shift >= 0; shift -= 8) { // red first: the first of equals counts
            differentiate(rgb, shift);
        }
    }

    /// 255 on an edge, else 0.
    ///
    /// @param rgb  width * height opaque pixels; alpha is not looked at
    /// @param low  least strength of an edge that goes on from a strong one
    /// @param high least strength of an edge that begins; the two may be given in either order
    public static byte[] edges(int[] rgb, int width, int height, int low, int high) {
        Canny picture = new Canny(rgb, width, height);
        return picture.trace(Math.min(low, high), Math.max(low, high));
    }

    /// Sobel's differences of one colour; pixels beyond the edge are those at it.
    private void differentiate(int[] rgb, int shift) {
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int here = y * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - 1);
                int right = Math.min(width - 1, x + 1);
                int nw = rgb[above + left] >> shift & 255;
                int ne = rgb[above + right] >> shift & 255;
                int sw = rgb[below + left] >> shift & 255;
                int se = rgb[below + right] >> shift & 255;
                int h = ne
                        - nw
                        + se
                        - sw
                        + 2 * ((rgb[here + right] >> shift & 255) - (rgb[here + left] >> shift & 255));
                int v = sw - nw + se - ne + 2 * ((rgb[below + x] >> shift & 255) - (rgb[above + x] >> shift & 255));
                int sum = Math.abs(h) + Math.abs(v);
                if (sum > strength[here + x] || shift == 16) {
                    dx[here + x] = h;
                    dy[here + x] = v;
                    strength[here + x] = sum;
                }
            }
        }
    }

    /// Ridges of the strength above `high`, and those above `low` that touch them.
    private byte[] trace(int low, int high) {
        boolean[] ridge = new boolean[width * height];
        byte[] edges = new byte[width * height];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < ridge.length; i++) {
            ridge[i] = strength[i] > low && isRidge(i % width, i / width);
            if (ridge[i] && strength[i] > high) {
                edges[i] = EDGE;
                open.push(i);
            }
        }
        while (!open.isEmpty()) {
            int from = open.pop();
            int x = from % width;
            for (int ny = Math.max(0, from / width - 1); ny <= Math.min(height - 1, from / width + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int next = ny * width + nx;
                    if (ridge[next] && edges[next] == 0) {
                        edges[next] = EDGE;
                        open.push(next);
                    }
                }
            }
        }
        return edges;
    }

    /// Whether no neighbour across the edge is stronger. Of two equal ones the one to the left or above counts,
    /// and none of them on a slope.
    private boolean isRidge(int x, int y) {
        int i = y * width + x;
        int m = strength[i];
        int across = Math.abs(dx[i]);
        int down = Math.abs(dy[i]) << FRACTION;
        int tan22 = across * TAN_22;
        if (down < tan22) {
            return m > at(x - 1, y) && m >= at(x + 1, y);
        }
        if (down > tan22 + (across << (FRACTION + 1))) {
            return m > at(x, y - 1) && m >= at(x, y + 1);
        }
        int side = (dx[i] ^ dy[i]) < 0 ? -1 : 1;
        return m > at(x - side, y - 1) && m > at(x + side, y + 1);
    }

    private int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : strength[y * width + x];
    }
}
