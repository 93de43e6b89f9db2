package org.layerloom.codec.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Raster;

class PngTest {
    private static byte[] png(Raster raster, Channels channels, Map<String, String> text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(raster, channels, text, out);
        return out.toByteArray();
    }

    private static PngImage read(byte[] png) throws IOException {
        return PngReader.read(new ByteArrayInputStream(png));
    }

    private static Raster gradient(int width, int height) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            argb[i] = (x * 3 & 0xff) << 24 | (x & 0xff) << 16 | (i / width & 0xff) << 8 | (x + i / width & 0xff);
        }
        return Raster.of(width, height, argb);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 256, 300})
    void everyPixelComesBackAlsoUnderAlphaZero(int side) throws IOException {
        for (Raster raster : new Raster[] {Pictures.random(side, side + 5, side), gradient(side, side + 1)}) {
            assertThat(read(png(raster, Channels.RGBA, Map.of())).raster()).isEqualTo(raster);
        }
    }

    @Test
    void theSamePictureGivesTheSameBytes() throws IOException {
        Map<String, String> text = Map.of("seed", "7");
        assertThat(png(gradient(90, 80), Channels.RGBA, text)).isEqualTo(png(gradient(90, 80), Channels.RGBA, text));
    }

    @Test
    void otherReadersSeeTheSamePixels() throws IOException {
        Raster raster = Pictures.random(50, 40, 3);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(raster, Channels.RGBA, Map.of("a", "b"))));
        assertThat(image.getRGB(0, 0, 50, 40, null, 0, 50)).isEqualTo(raster.toArgb());
        BufferedImage rgb = ImageIO.read(new ByteArrayInputStream(png(raster, Channels.RGB, Map.of())));
        assertThat(rgb.getColorModel().hasAlpha()).isFalse();
        assertThat(rgb.getRGB(7, 9)).isEqualTo(raster.argb(7, 9) | 0xff000000);
    }

    @Test
    void textComesBackInAnyScript() throws IOException {
        Map<String, String> text =
                Map.of("prompt", "wedding, \u7d05\u3044\u51e7 \ud83e\ude81", "seed", "42", "model", "caf\u00e9");
        assertThat(read(png(gradient(2, 2), Channels.RGBA, text)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void filesOfAnotherWriterAreReadInterlacedOrNot(int type) throws IOException {
        BufferedImage image = new BufferedImage(37, 29, type);
        Random random = new Random(5);
        for (int i = 0; i < 37 * 29; i++) {
            image.setRGB(i % 37, i / 37, random.nextInt());
        }
        for (int mode : new int[] {ImageWriteParam.MODE_DISABLED, ImageWriteParam.MODE_DEFAULT}) {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(mode);
            try (var stream = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.write(null, new IIOImage(image, null, null), param);
            }
            assertThat(read(out.toByteArray()).raster().toArgb()).isEqualTo(image.getRGB(0, 0, 37, 29, null, 0, 37));
        }
    }

    @Test
    void greyBytesStayAsTheyAre() throws IOException {
        BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 256; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        Raster raster = read(out.toByteArray()).raster();
        for (int x = 0; x < 256; x++) {
            assertThat(raster.argb(x, 0)).isEqualTo(0xff000000 | x * 0x10101);
        }
    }

    @Test
    void aFileCutAnywhereIsAnErrorInOneSentence() throws IOException {
        byte[] whole = png(Pictures.random(40, 30, 1), Channels.RGBA, Map.of("seed", "1"));
        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatIOException().isThrownBy(() -> read(cut)).withMessageMatching("[^\n]+PNG file[^\n]*");
        }
    }

    @Test
    void everyFlippedByteIsNoticedOrHarmless() throws IOException {
        byte[] whole = png(Pictures.random(20, 10, 1), Channels.RGBA, Map.of());
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            assertThatIOException().isThrownBy(() -> read(damaged)).withMessageContaining("PNG file");
        }
    }

    @Test
    void sizesAreNotBelieved() throws IOException {
        byte[] whole = png(gradient(4, 4), Channels.RGBA, Map.of());
        assertThatIOException()
                .isThrownBy(() -> read(withSize(whole, 400_000, 2)))
                .withMessageContaining("claims 400000 x 2 px");
        assertThatIOException().isThrownBy(() -> read(withSize(whole, 0, 2))).withMessageContaining("claims 0 x 2 px");
        assertThatIOException()
                .isThrownBy(() -> read(withSize(whole, 16_000, 16_000)))
                .withMessageContaining("cannot hold the pixels");
        assertThatIOException()
                .isThrownBy(() -> read(withSize(whole, 4, 5)))
                .withMessageContaining("fewer pixels than it claims");
        assertThatIOException()
                .isThrownBy(() -> PngReader.read(new ByteArrayInputStream(whole), 15))
                .withMessageContaining("15 in all");
    }

    private static byte[] withSize(byte[] png, int width, int height) {
        ByteBuffer changed = ByteBuffer.wrap(png.clone());
        changed.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(changed.array(), 12, 17);
        return changed.putInt(29, (int) crc.getValue()).array();
    }

    @Test
    void aChunkThatClaimsGigabytesIsRefusedAtOnce() throws IOException {
        byte[] whole = png(gradient(4, 4), Channels.RGBA, Map.of());
        ByteBuffer lying = ByteBuffer.wrap(whole).putInt(33, 0x7fffffff);
        assertThatIOException().isThrownBy(() -> read(lying.array())).withMessageContaining("2147483647 bytes");
    }
}
