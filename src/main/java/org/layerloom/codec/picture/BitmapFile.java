package org.layerloom.codec.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// The pictures of a file that one of the platform's readers decodes.
final class BitmapFile implements AutoCloseable {
    private final ImageInputStream stream;
    private final ImageReader reader;
    private final PictureSize limits;

    private BitmapFile(ImageInputStream stream, ImageReader reader, PictureSize limits) {
        this.stream = stream;
        this.reader = reader;
        this.limits = limits;
    }

    static BitmapFile open(PictureKind kind, byte[] file, PictureSize limits) throws IOException {
        if (kind == PictureKind.WEBP) {
            WebpSizes.check(file, limits);
        }
        ImageReader reader = kind == PictureKind.WEBP
                // The one that is all Java: hostile bytes stay inside its arrays.
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(kind.format()).next();
        ImageInputStream stream = new MemoryCacheImageInputStream(
                kind == PictureKind.WEBP ? new WebpInput(file) : new ByteArrayInputStream(file));
        reader.setInput(stream, false, kind != PictureKind.GIF);
        return new BitmapFile(stream, reader, limits);
    }

    /// @throws UnreadablePicture where it is damaged or too large
    BufferedImage image(int index) throws UnreadablePicture {
        int width = 0;
        int height = 0;
        try {
            width = reader.getWidth(index);
            height = reader.getHeight(index);
            limits.check(width, height);
            return reader.read(index);
        } catch (UnreadablePicture e) {
            throw e;
        } catch (IOException | RuntimeException e) { // The readers speak to programmers, or not at all.
            throw new UnreadablePicture(UnreadablePicture.Reason.DAMAGED, width, height);
        } catch (OutOfMemoryError e) { // Some allocate on a header's word.
            throw new UnreadablePicture(UnreadablePicture.Reason.NO_MEMORY, width, height);
        }
    }

    /// Whether the file has a picture of that number.
    boolean has(int index) {
        try {
            return reader.getWidth(index) > 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /// What the file says about a picture.
    IIOMetadata about(int index) throws IOException {
        return reader.getImageMetadata(index);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
