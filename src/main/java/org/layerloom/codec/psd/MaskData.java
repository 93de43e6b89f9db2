package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.Optional;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Where a layer's mask lies and how it counts; its pixels are a channel of the layer.
///
/// @param feathered whether the file softens the mask's edge, which a document does not
/// @param channel whose pixels it has
/// @param ofPath whether a path is drawn in it, with the mask that the user painted if there is one
/// @param real the painted mask alone, where a path is drawn into this one
record MaskData(
        Rect place,
        int outside,
        int density,
        boolean enabled,
        boolean feathered,
        int channel,
        boolean ofPath,
        Optional<MaskData> real) {
    private static final int MASK = -2;
    private static final int REAL_MASK = -3;
    private static final int DISABLED = 2;
    private static final int PARAMETERS = 16;
    /// Bits that say which parameters follow.
    private static final int USER_DENSITY = 1;

    private static final int USER_FEATHER = 2;

    private static final int VECTOR_DENSITY = 4;
    private static final int VECTOR_FEATHER = 8;
    /// Flag of masks that are drawn from something else, a path.
    private static final int RENDERED = 8;
    /// Bytes with a second mask.
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

    /// @param data without its length: 20 bytes; 18 more where the mask without the path is stated, too; then
    ///     parameters
    static MaskData read(byte[] data) throws IOException {
        PsdInput in = new PsdInput(data);
        Rect place = ReadRecord.place(in);
        int outside = outside(in);
        int flags = in.int8();
        boolean both = data.length >= REAL;
        int realFlags = both ? in.int8() : 0;
        int realOutside = both ? outside(in) : 0;
        Rect realPlace = both ? ReadRecord.place(in) : Rect.EMPTY;
        int given = (flags & PARAMETERS) != 0 && in.hasMore() ? in.int8() : 0;
        int density = (given & USER_DENSITY) != 0 && in.hasMore() ? in.int8() : 255;
        boolean soft = (given & USER_FEATHER) != 0 && feather(in);
        int pathDensity = (given & VECTOR_DENSITY) != 0 && in.hasMore() ? in.int8() : 255;
        boolean softPath = (given & VECTOR_FEATHER) != 0 && feather(in);
        MaskData real = new MaskData(
                realPlace, realOutside, density, (realFlags & DISABLED) == 0, soft, REAL_MASK, false, Optional.empty());
        boolean ofPath = (flags & RENDERED) != 0;
        boolean hasReal = both && !(realPlace.isEmpty() && realOutside == 255);
        return new MaskData(
                place,
                outside,
                ofPath && !hasReal ? pathDensity : density,
                (flags & DISABLED) == 0,
                soft || softPath,
                MASK,
                ofPath,
                hasReal ? Optional.of(real) : Optional.empty());
    }

    private static int outside(PsdInput in) throws IOException {
        return in.int8() < 128 ? 0 : 255;
    }

    private static boolean feather(PsdInput in) throws IOException {
        return in.hasMore() && Double.longBitsToDouble(in.int64()) > 0;
    }

    /// The mask of a layer whose pixels are cut out by the path already: the one without it, if there is one.
    Optional<MaskData> withoutPath() {
        return ofPath ? real : Optional.of(this);
    }

    /// @param raster the mask's channel as alpha, of its place's size; empty where it has none
    Mask mask(Raster raster) {
        return new Mask(raster, place.x(), place.y(), outside, density, enabled);
    }
}
