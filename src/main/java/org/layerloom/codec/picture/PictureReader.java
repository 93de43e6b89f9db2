package org.layerloom.codec.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.layerloom.codec.png.PngReader;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Reads flat pictures to be placed on a page: PNG, JPEG, GIF (its first picture), WebP, BMP, TIFF and SVG. A JPEG is
/// turned upright as its camera says. Colour profiles are ignored.
public final class PictureReader {
    private static final int MAX_FILE = 1 << 30;

    private PictureReader() {}

    /// Reads a whole file; the stream stays open.
    ///
    /// @param freeBytes the memory that may be taken
    /// @param page a picture without pixels of its own is drawn as large as it fits on it
    /// @throws IOException in one sentence, when the file is of no known kind, damaged or too large
    public static Raster read(InputStream in, long freeBytes, Rect page) throws IOException {
        byte[] file = file(in);
        PictureSize limits = PictureSize.within(freeBytes);
        return switch (kind(file)) {
            case PNG ->
                PngReader.read(new ByteArrayInputStream(file), limits.maxPixels())
                        .raster();
            case GIF -> GifFrames.read(file, limits, 1).frames().getFirst();
            case SVG -> SvgReader.read(file, limits, Optional.of(page));
            case JPEG, BMP, TIFF, WEBP -> bitmap(kind(file), file, limits);
        };
    }

    /// Memory that can still be taken.
    public static long freeBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    static byte[] file(InputStream in) throws IOException {
        return in.readNBytes(MAX_FILE);
    }

    static PictureKind kind(byte[] file) throws UnreadablePicture {
        return PictureKind.of(file).orElseThrow(() -> new UnreadablePicture(UnreadablePicture.Reason.UNKNOWN, 0, 0));
    }

    static Raster bitmap(PictureKind kind, byte[] file, PictureSize limits) throws IOException {
        try (BitmapFile bitmap = BitmapFile.open(kind, file, limits)) {
            return Orientation.of(file).upright(raster(bitmap.image(0)));
        }
    }

    /// The pixels of any image of AWT.
    public static Raster raster(BufferedImage image) {
        int width = image.getWidth();
        // AWT takes grey levels for linear light and would brighten them.
        boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        return Raster.drawn(width, image.getHeight(), (top, rows, argb) -> {
            if (grey) {
                image.getRaster().getSamples(0, top, width, rows, 0, argb);
                for (int i = 0; i < argb.length; i++) {
                    argb[i] = 0xff000000 | argb[i] * 0x010101;
                }
            } else {
                image.getRGB(0, top, width, rows, argb, 0, width);
            }
        });
    }
}
