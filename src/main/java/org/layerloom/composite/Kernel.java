package org.layerloom.composite;

/// Which pixels of the source a pixel of the result is made from along one axis, and with what weights.
///
/// @param first of each pixel of the result, the first pixel of the source
/// @param weights of each pixel of the result; they add up to 1
/// @param covered of each pixel of the result, how much of it the source's range covers, 0..1
record Kernel(int[] first, float[][] weights, float[] covered) {
    /// Half the width of the bicubic kernel where nothing shrinks, px.
    private static final double SUPPORT = 2;
    private static final double A = -0.5;

    /// @param length of the source, px
    /// @param scale result px a source px takes; negative where it is mirrored
    /// @param shift where the source's 0 lies
    /// @param from the first pixel of the result
    /// @param count how many there are
    static Kernel of(int length, double scale, double shift, int from, int count) {
        int[] first = new int[count];
        float[][] weights = new float[count][];
        float[] covered = new float[count];
        double low = Math.min(shift, shift + length * scale);
        double high = Math.max(shift, shift + length * scale);
        double wide = Math.max(1, 1 / Math.abs(scale));
        for (int i = 0; i < count; i++) {
            double left = Math.max(low, from + i);
            double right = Math.min(high, from + i + 1);
            covered[i] = (float) Math.clamp(right - left, 0, 1);
            double center = Math.clamp((from + i + 0.5 - shift) / scale, 0, length);
            int lowest = (int) Math.clamp(Math.floor(center - SUPPORT * wide + 0.5), 0, length - 1);
            int highest = (int) Math.clamp(Math.floor(center + SUPPORT * wide + 0.5), lowest + 1, length);
            first[i] = lowest;
            weights[i] = weights(center, wide, lowest, highest);
        }
        return new Kernel(first, weights, covered);
    }

    private static float[] weights(double center, double wide, int lowest, int highest) {
        float[] weights = new float[highest - lowest];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double weight = bicubic((lowest + i + 0.5 - center) / wide);
            weights[i] = (float) weight;
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= (float) sum;
        }
        return weights;
    }

    /// Keys' kernel of (-2, 2).
    static double bicubic(double at) {
        double x = Math.abs(at);
        if (x < 1) {
            return ((A + 2) * x - (A + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
    }
}
