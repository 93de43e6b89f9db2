package org.layerloom.codec.picture;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.layerloom.document.Paper;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// Writes a picture as WebP, with the library of that name, which is machine code: it comes with the program for
/// Linux, Windows and macOS, and is unpacked into the system's folder for temporary files when it is first used.
public final class WebpWriter {
    /// Longest side of a WebP picture, px.
    public static final int MAX_SIDE = 16_383;

    private static final Words WORDS = Words.of(WebpWriter.class);

    private WebpWriter() {}

    /// Writes a whole file; the stream stays open.
    ///
    /// @param quality 1..100; without losses, how much work goes into packing
    /// @throws IOException in one sentence, when the picture is too large or the library is not there for
    ///     this system
    public static void write(Raster raster, int quality, boolean lossless, Paper paper, OutputStream out)
            throws IOException {
        if (raster.width() > MAX_SIDE || raster.height() > MAX_SIDE) {
            throw new IOException(WORDS.text("webp.large", raster.width(), raster.height(), MAX_SIDE));
        }
        byte[] plain = packed(raster, quality, lossless);
        if (paper.iccProfile().isPresent()) {
            WebpProfile.write(plain, raster, paper.iccProfile().get().toArray(), out);
        } else {
            out.write(plain);
        }
    }

    private static byte[] packed(Raster raster, int quality, boolean lossless) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
            WebPWriteParam param = new WebPWriteParam(Locale.ROOT);
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(lossless ? CompressionType.Lossless : CompressionType.Lossy);
            param.setCompressionQuality(quality / 100f);
            param.setExact(lossless);
            int type = raster.isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
            writer.setOutput(stream);
            writer.write(null, new IIOImage(Images.of(raster, type), null, null), param);
        } catch (LinkageError | IllegalStateException e) {
            throw new IOException(
                    WORDS.text("webp.missing", System.getProperty("os.name"), System.getProperty("os.arch")), e);
        }
        return bytes.toByteArray();
    }
}
