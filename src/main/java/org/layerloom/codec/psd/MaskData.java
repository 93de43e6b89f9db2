package org.layerloom.codec.psd;

import java.io.IOException;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Where a layer's mask lies and how it counts; its pixels are a channel of the layer.
///
/// @param feathered whether the file softens the mask's edge, which a document does not
record MaskData(Rect place, int outside, int density, boolean enabled, boolean feathered) {
    private static final int DISABLED = 2;
    private static final int PARAMETERS = 16;
    /// Bits that say which parameters follow.
    private static final int USER_DENSITY = 1;

    private static final int USER_FEATHER = 2;

    /// Bytes up to the flags, and those with a second mask.
    private static final int SHORTEST = 18;

    private static final int REAL = 36;

    /// The length and 20 bytes: with any more Krita refuses the file.
    static void write(Mask mask, PsdOutput out) throws IOException {
        boolean dense = mask.density() == 255;
        out.int32(20);
        LayerRecord.place(mask.raster().isEmpty() ? Rect.EMPTY : mask.bounds(), out);
        out.int8(mask.outside());
        out.int8((mask.enabled() ? 0 : DISABLED) | (dense ? 0 : PARAMETERS));
        out.int8(dense ? 0 : USER_DENSITY);
        out.int8(dense ? 0 : mask.density());
    }

    /// @param data without its length: 20 bytes; 18 more where a mask without the path is stated, too; then parameters
    static MaskData read(byte[] data) throws IOException {
        PsdInput in = new PsdInput(data);
        Rect place = ReadRecord.place(in, -1);
        int outside = in.int8() < 128 ? 0 : 255;
        int flags = in.int8();
        if (data.length >= REAL) {
            in.skip(REAL - SHORTEST);
        }
        int parameters = (flags & PARAMETERS) != 0 && in.hasMore() ? in.int8() : 0;
        int density = (parameters & USER_DENSITY) != 0 && in.hasMore() ? in.int8() : 255;
        boolean feathered = (parameters & USER_FEATHER) != 0
                && data.length - in.position() >= Double.BYTES
                && Double.longBitsToDouble(in.int64()) > 0;
        return new MaskData(place, outside, density, (flags & DISABLED) == 0, feathered);
    }

    /// @param raster the mask's channel as alpha, of its place's size; empty where it has none
    Mask mask(Raster raster) {
        return new Mask(raster, place.x(), place.y(), outside, density, enabled);
    }
}
