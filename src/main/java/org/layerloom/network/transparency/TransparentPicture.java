package org.layerloom.network.transparency;

import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// A transparent picture as LayerDiffuse's encoders take it.
///
/// @param feed   for the codec: its own colours in -1..1 times alpha, (1, 3, h, w); transparent is mid grey
/// @param planes for [LatentTransparencyEncoder]: alpha and padded colours in 0..1, (1, 4, h, w)
public record TransparentPicture(Tensor feed, Tensor planes) {
    /// @param rgba straight, row by row, red, green, blue, alpha
    public static TransparentPicture of(Device device, byte[] rgba, int width, int height) {
        float[] padded = ColourPadding.pad(rgba, width, height);
        int area = width * height;
        float[] planes = new float[4 * area];
        float[] feed = new float[3 * area];
        for (int i = 0; i < area; i++) {
            float alpha = (rgba[4 * i + 3] & 0xFF) / 255f;
            planes[i] = alpha;
            for (int c = 0; c < 3; c++) {
                planes[(c + 1) * area + i] = padded[3 * i + c];
                feed[c * area + i] = (2 * (rgba[4 * i + c] & 0xFF) / 255f - 1) * alpha;
            }
        }
        return new TransparentPicture(
                device.tensor(feed, 1, 3, height, width), device.tensor(planes, 1, 4, height, width));
    }
}
