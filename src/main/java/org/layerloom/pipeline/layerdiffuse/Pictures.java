package org.layerloom.pipeline.layerdiffuse;

import org.layerloom.composite.Decontamination;
import org.layerloom.composite.Resampler;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;
import org.layerloom.pipeline.LayerStack;
import org.layerloom.pipeline.stablediffusion.PictureSize;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Rasters as the networks take them, and back.
final class Pictures {
    private static final int LEVELS = 255;
    /// Below this alpha a pixel is noise of the network, not part of the object.
    private static final int SEEN = 16;

    private Pictures() {}

    /// Colours laid on mid grey as far as they are transparent, (1, 3, h, w) in 0..1.
    static Tensor onGrey(Device device, Raster raster) {
        int[] argb = raster.toArgb();
        float[] planes = new float[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            float alpha = (argb[i] >>> 24) / (float) LEVELS;
            for (int c = 0; c < 3; c++) {
                float colour = (argb[i] >> 16 - 8 * c & LEVELS) / (float) LEVELS;
                planes[c * argb.length + i] = 0.5f + (colour - 0.5f) * alpha;
            }
        }
        return device.tensor(planes, 1, 3, raster.height(), raster.width());
    }

    /// Red, green, blue, alpha, four to a pixel.
    static byte[] rgba(Raster raster) {
        int[] argb = raster.toArgb();
        byte[] rgba = new byte[4 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            rgba[4 * i] = (byte) (argb[i] >> 16);
            rgba[4 * i + 1] = (byte) (argb[i] >> 8);
            rgba[4 * i + 2] = (byte) argb[i];
            rgba[4 * i + 3] = (byte) (argb[i] >> 24);
        }
        return rgba;
    }

    static Raster ofRgba(int width, int height, byte... rgba) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (rgba[4 * i + 3] & LEVELS) << 24
                    | (rgba[4 * i] & LEVELS) << 16
                    | (rgba[4 * i + 1] & LEVELS) << 8
                    | rgba[4 * i + 2] & LEVELS;
        }
        return Raster.of(width, height, argb);
    }

    /// An opaque picture from (1, 3, h, w) in 0..1; fractions are cut, as the reference does.
    static Raster opaque(Tensor rgb) {
        byte[] bytes = rgb.mul(LEVELS).clip(0, LEVELS).transpose(0, 2, 3, 1).toBytes();
        int[] argb = new int[bytes.length / 3];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = LEVELS << 24
                    | (bytes[3 * i] & LEVELS) << 16
                    | (bytes[3 * i + 1] & LEVELS) << 8
                    | bytes[3 * i + 2] & LEVELS;
        }
        return Raster.of(Math.toIntExact(rgb.size(3)), Math.toIntExact(rgb.size(2)), argb);
    }

    /// A part of a page as a picture of the size that the network likes.
    static Raster framed(Raster page, Rect region, PictureSize size) {
        return scaled(page.crop(region), size.width(), size.height());
    }

    static Raster scaled(Raster raster, int width, int height) {
        if (raster.width() == width && raster.height() == height) {
            return raster;
        }
        Transform transform = Transform.scaling((double) width / raster.width(), (double) height / raster.height());
        Resampler.Drawn drawn = draw(raster, transform, new Rect(0, 0, width, height));
        boolean whole = drawn.raster().width() == width && drawn.raster().height() == height;
        return whole
                ? drawn.raster()
                : LayerStack.empty(width, height)
                        .with(drawn.raster(), drawn.x(), drawn.y())
                        .flatten();
    }

    /// A transparent picture brought to a box of its own aspect.
    static Resampler.Drawn filling(Raster raster, Rect box) {
        return bled(new Resampler.Drawn(scaled(raster, box.width(), box.height()), box.x(), box.y()));
    }

    /// What is seen of a transparent picture, as large as a box holds it, in the box's middle. A picture in which
    /// nothing is seen is empty.
    static Resampler.Drawn fitted(Raster raster, Rect box) {
        Rect seen = seen(raster);
        if (seen.isEmpty()) {
            return new Resampler.Drawn(Raster.empty(), box.x(), box.y());
        }
        double scale = Math.min((double) box.width() / seen.width(), (double) box.height() / seen.height());
        double left = box.x() + (box.width() - scale * seen.width()) / 2;
        double top = box.y() + (box.height() - scale * seen.height()) / 2;
        Transform transform = Transform.scaling(scale, scale).then(Transform.translation(left, top));
        return bled(draw(raster.crop(seen), transform, box));
    }

    private static Rect seen(Raster raster) {
        int[] argb = raster.toArgb();
        int left = raster.width();
        int top = raster.height();
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 >= SEEN) {
                left = Math.min(left, i % raster.width());
                right = Math.max(right, i % raster.width() + 1);
                top = Math.min(top, i / raster.width());
                bottom = i / raster.width() + 1;
            }
        }
        return right <= left ? new Rect(0, 0, 0, 0) : new Rect(left, top, right - left, bottom - top);
    }

    private static Resampler.Drawn draw(Raster raster, Transform transform, Rect within) {
        return new Resampler(Resampler.Quality.FINE, () -> false).draw(raster, transform, within);
    }

    /// Colours run on under soft alpha, so that an edge brings no fringe.
    private static Resampler.Drawn bled(Resampler.Drawn drawn) {
        Raster raster = drawn.raster();
        if (raster.isEmpty()) {
            return drawn;
        }
        int[] argb = Decontamination.bleed(raster.toArgb(), raster.width(), raster.height());
        return new Resampler.Drawn(Raster.of(raster.width(), raster.height(), argb), drawn.x(), drawn.y());
    }
}
