package org.layerloom.codec.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Samples;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Bytes;
import org.layerloom.document.Paper;
import org.layerloom.document.Raster;

/// JPEG and WebP.
class WritersTest {
    private final Raster design = Compositor.flatten(Samples.design());
    private final Paper print = new Paper(
            300,
            Optional.of(Bytes.of(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())));

    @Test
    void jpeg_keeps_the_resolution_the_profile_and_the_comment() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JpegWriter.write(design, 90, print, "a red kite", out);
        IIOMetadataNode tree = metadata(out.toByteArray());
        IIOMetadataNode jfif =
                (IIOMetadataNode) tree.getElementsByTagName("app0JFIF").item(0);
        assertThat(jfif.getAttribute("Xdensity")).isEqualTo("300");
        assertThat(jfif.getAttribute("resUnits")).isEqualTo("1");
        assertThat(tree.getElementsByTagName("app2ICC").getLength()).isEqualTo(1);
        assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1)).contains("a red kite");
    }

    @Test
    void jpeg_keeps_coloured_edges_sharp() throws IOException {
        int[] stripes = new int[64 * 64];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2 == 0 ? 0xffff0000 : 0xff0000ff;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JpegWriter.write(Raster.of(64, 64, stripes), 95, Paper.SCREEN, "", out);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.getRGB(20, 20) >> 16 & 255).isGreaterThan(220);
        assertThat(read.getRGB(21, 20) >> 16 & 255).isLessThan(35);
    }

    @Test
    void a_profile_of_many_segments_is_whole() throws IOException {
        byte[] large = new byte[200_000];
        new java.util.Random(1).nextBytes(large);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JpegWriter.write(design, 80, new Paper(72, Optional.of(Bytes.of(large))), "", out);
        assertThat(ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getWidth())
                .isEqualTo(design.width());
        assertThat(out.size()).isGreaterThan(200_000);
    }

    @Test
    void webp_without_losses_keeps_every_pixel() throws IOException {
        assertThat(webp(design, true, Paper.SCREEN)).isEqualTo(design);
    }

    @Test
    void webp_with_losses_is_close_and_small_and_keeps_alpha() throws IOException {
        Raster soft = webp(design, false, Paper.SCREEN);
        assertThat(soft.argb(50, 10) >>> 24).isEqualTo(design.argb(50, 10) >>> 24);
    }

    @Test
    void webp_with_a_profile_reads_as_without() throws IOException {
        assertThat(webp(design, true, print)).isEqualTo(design);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WebpWriter.write(design, 80, true, print, out);
        String file = new String(out.toByteArray(), StandardCharsets.ISO_8859_1);
        assertThat(file.substring(8, 16)).isEqualTo("WEBPVP8X");
        assertThat(file).contains("ICCP");
    }

    @Test
    void what_webp_cannot_hold_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> webp(Raster.filled(16_384, 1, -1), true, Paper.SCREEN))
                .isInstanceOf(IOException.class)
                .hasMessage("16384 x 1 px are too many for WebP: it holds 16383 px a side");
    }

    private static Raster webp(Raster raster, boolean lossless, Paper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WebpWriter.write(raster, 80, lossless, paper, out);
        return PictureReader.raster(ImageIO.read(new ByteArrayInputStream(out.toByteArray())));
    }

    private static IIOMetadataNode metadata(byte[] jpeg) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            return (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_jpeg_image_1.0");
        }
    }
}
