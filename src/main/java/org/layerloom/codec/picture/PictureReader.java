package org.layerloom.codec.picture;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.layerloom.codec.png.PngReader;
import org.layerloom.document.Raster;

/// Reads flat pictures to be placed on a page: PNG, JPEG, GIF (its first picture) and BMP. A JPEG is turned upright
/// as its camera says. Colour profiles are ignored.
public final class PictureReader {
    /// Bytes of memory that a pixel takes while a picture is read: once decoded, once as a raster.
    private static final int BYTES_A_PIXEL = 10;

    private static final int MAX_FILE = 1 << 30;

    private PictureReader() {}

    /// Reads a whole file; the stream stays open.
    ///
    /// @param freeBytes the memory that may be taken
    /// @throws IOException in one sentence, when the file is of no known kind, damaged or too large
    public static Raster read(InputStream in, long freeBytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(4);
        byte[] start = buffered.readNBytes(4);
        buffered.reset();
        long maxPixels = freeBytes / BYTES_A_PIXEL;
        if (start.length == 4 && start[0] == (byte) 0x89 && start[1] == 'P') {
            return PngReader.read(buffered, maxPixels).raster();
        }
        byte[] file = buffered.readNBytes(MAX_FILE);
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new UnreadablePicture(UnreadablePicture.Reason.UNKNOWN, 0, 0);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                checkSize(reader.getWidth(0), reader.getHeight(0), maxPixels);
                return Orientation.of(file).upright(raster(reader.read(0)));
            } catch (UnreadablePicture e) {
                throw e;
            } catch (IOException | RuntimeException e) { // The JDK's readers speak to programmers, or not at all.
                throw new UnreadablePicture(UnreadablePicture.Reason.DAMAGED, 0, 0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void checkSize(int width, int height, long maxPixels) throws IOException {
        if (width > PngReader.MAX_SIDE || height > PngReader.MAX_SIDE) {
            throw new UnreadablePicture(UnreadablePicture.Reason.TOO_LARGE, width, height);
        }
        if ((long) width * height > Math.min(maxPixels, PngReader.MAX_PIXELS)) {
            throw new UnreadablePicture(UnreadablePicture.Reason.NO_MEMORY, width, height);
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
