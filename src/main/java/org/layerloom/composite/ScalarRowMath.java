package org.layerloom.composite;

import org.layerloom.document.BlendMode;
import org.layerloom.document.Rect;

/// One pixel at a time, in plain Java.
final class ScalarRowMath implements RowMath {
    @Override
    public void normal(int[] argb, int from, int length, float[] weights, Pixels into, int at) {
        normal(argb, from, 0, length, weights, into, at);
    }

    /// Begins with the pixel `first` of the row.
    static void normal(int[] argb, int from, int first, int length, float[] weights, Pixels into, int at) {
        for (int i = first; i < length; i++) {
            int pixel = argb[from + i];
            if (pixel >>> 24 != 0) {
                normal(pixel, weights[i], into, at + i);
            }
        }
    }

    private static void normal(int pixel, float weight, Pixels into, int i) {
        float alpha = (pixel >>> 24) * BYTE * weight;
        float rest = 1 - alpha;
        float scaled = alpha * BYTE;
        into.red[i] = rest * into.red[i] + scaled * (pixel >> 16 & 0xff);
        into.green[i] = rest * into.green[i] + scaled * (pixel >> 8 & 0xff);
        into.blue[i] = rest * into.blue[i] + scaled * (pixel & 0xff);
        into.alpha[i] = rest * into.alpha[i] + alpha;
    }

    @Override
    public void normal(Pixels source, int from, int length, float[] weights, Pixels into, int at) {
        normal(source, from, 0, length, weights, into, at);
    }

    /// Begins with the pixel `first` of the row.
    static void normal(Pixels source, int from, int first, int length, float[] weights, Pixels into, int at) {
        for (int i = first; i < length; i++) {
            float weight = weights[i];
            float rest = 1 - source.alpha[from + i] * weight;
            into.red[at + i] = rest * into.red[at + i] + weight * source.red[from + i];
            into.green[at + i] = rest * into.green[at + i] + weight * source.green[from + i];
            into.blue[at + i] = rest * into.blue[at + i] + weight * source.blue[from + i];
            into.alpha[at + i] = rest * into.alpha[at + i] + weight * source.alpha[from + i];
        }
    }

    @Override
    public void blend(BlendMode mode, float fill, Pixels source, float[] weights, Rect row, Pixels into) {
        new PixelBlend(mode, fill, into).row(source, weights, row, 0);
    }

    @Override
    public void pack(Pixels from, int at, int length, int[] argb, int offset) {
        for (int i = 0; i < length; i++) {
            argb[offset + i] = pack(from, at + i);
        }
    }

    private static int pack(Pixels from, int i) {
        float a = from.alpha[i];
        int alpha = (int) (255 * a + 0.5f);
        if (alpha == 0) {
            return 0;
        }
        return Math.min(alpha, 255) << 24
                | channel(from.red[i], a) << 16
                | channel(from.green[i], a) << 8
                | channel(from.blue[i], a);
    }

    private static int channel(float premultiplied, float alpha) {
        return Math.min(255, (int) (255 * (premultiplied / alpha) + 0.5f));
    }
}
