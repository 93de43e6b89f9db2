package org.layerloom.composite;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.layerloom.document.Rect;

/// Part of the page as a screen takes it, at full size or halved again and again.
///
/// @param area in px of that size
/// @param argb premultiplied, row by row
public record ScreenPixels(Rect area, int[] argb) {
    private static final int ODD_BYTES = 0x00ff00ff;
    /// Half of what four pixels are divided by, for each of two bytes.
    private static final int ROUND = 0x00020002;

    /// Turns straight ARGB, in place, into what shows the picture.
    public static ScreenPixels picture(Rect area, int[] straight) {
        return mapped(area, straight, ScreenPixels::premultiply);
    }

    /// Turns straight ARGB, in place, into what shows its alpha as grey.
    public static ScreenPixels alpha(Rect area, int[] straight) {
        return mapped(area, straight, pixel -> 0xff000000 | (pixel >>> 24) * 0x010101);
    }

    private static ScreenPixels mapped(Rect area, int[] argb, IntUnaryOperator pixel) {
        IntStream.range(0, area.height()).parallel().forEach(y -> {
            for (int i = y * area.width(); i < (y + 1) * area.width(); i++) {
                argb[i] = pixel.applyAsInt(argb[i]);
            }
        });
        return new ScreenPixels(area, argb);
    }

    private static int premultiply(int argb) {
        int a = argb >>> 24;
        if (a == 255) {
            return argb;
        }
        int r = ((argb >> 16 & 255) * a + 127) / 255;
        int g = ((argb >> 8 & 255) * a + 127) / 255;
        int b = ((argb & 255) * a + 127) / 255;
        return a << 24 | r << 16 | g << 8 | b;
    }

    /// The same part at half the size: of each four pixels the mean. An odd last row or column stands for two.
    ///
    /// @throws IllegalStateException if the area's left or top edge is odd
    public ScreenPixels half() {
        if ((area.x() & 1) != 0 || (area.y() & 1) != 0) {
            throw new IllegalStateException(area + " does not begin with a whole pixel of half the size");
        }
        int width = Math.ceilDiv(area.width(), 2);
        int height = Math.ceilDiv(area.height(), 2);
        int[] half = new int[width * height];
        IntStream.range(0, height).parallel().forEach(y -> halveRows(y, half, width));
        return new ScreenPixels(new Rect(area.x() / 2, area.y() / 2, width, height), half);
    }

    private void halveRows(int y, int[] half, int width) {
        int top = 2 * y * area.width();
        int bottom = Math.min(2 * y + 1, area.height() - 1) * area.width();
        for (int x = 0; x < width; x++) {
            int left = 2 * x;
            int right = Math.min(left + 1, area.width() - 1);
            half[y * width + x] = mean(argb[top + left], argb[top + right], argb[bottom + left], argb[bottom + right]);
        }
    }

    private static int mean(int a, int b, int c, int d) {
        int even = (a & ODD_BYTES) + (b & ODD_BYTES) + (c & ODD_BYTES) + (d & ODD_BYTES) + ROUND;
        int odd = (a >>> 8 & ODD_BYTES) + (b >>> 8 & ODD_BYTES) + (c >>> 8 & ODD_BYTES) + (d >>> 8 & ODD_BYTES) + ROUND;
        return even >>> 2 & ODD_BYTES | (odd >>> 2 & ODD_BYTES) << 8;
    }
}
