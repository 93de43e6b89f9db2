package org.layerloom.codec.picture;

import org.layerloom.codec.png.PngReader;

/// The limits of what is read, held before anything is allocated.
///
/// @param maxPixels that the free memory holds
record PictureSize(long maxPixels) {
    /// Bytes of memory that a pixel takes while a picture is read: once decoded, once as a raster.
    private static final int BYTES_A_PIXEL = 10;

    static PictureSize within(long freeBytes) {
        return new PictureSize(Math.min(freeBytes / BYTES_A_PIXEL, PngReader.MAX_PIXELS));
    }

    /// @throws UnreadablePicture where a picture of that size is not read
    void check(int width, int height) throws UnreadablePicture {
        if (width > PngReader.MAX_SIDE || height > PngReader.MAX_SIDE) {
            throw new UnreadablePicture(UnreadablePicture.Reason.TOO_LARGE, width, height);
        }
        if ((long) width * height > maxPixels) {
            throw new UnreadablePicture(UnreadablePicture.Reason.NO_MEMORY, width, height);
        }
    }
}
