package org.layerloom.document;

import java.util.Objects;
import java.util.Optional;

/// How the page is printed and what its colours mean: told by files and handed on to them, without a say in the
/// pixels.
///
/// @param pixelsPerInch above 0
/// @param iccProfile of the colours; empty = sRGB
public record Paper(double pixelsPerInch, Optional<Bytes> iccProfile) {
    public static final Paper SCREEN = new Paper(72, Optional.empty());

    /// Highest resolution that a file can state.
    public static final double MAX_PIXELS_PER_INCH = 30_000;

    public Paper {
        if (!(pixelsPerInch > 0 && pixelsPerInch <= MAX_PIXELS_PER_INCH)) {
            throw new IllegalArgumentException("a resolution of " + pixelsPerInch + " ppi");
        }
        Objects.requireNonNull(iccProfile);
    }

    public Paper withPixelsPerInch(double pixelsPerInch) {
        return new Paper(pixelsPerInch, iccProfile);
    }

    public Paper withIccProfile(Optional<Bytes> iccProfile) {
        return new Paper(pixelsPerInch, iccProfile);
    }
}
