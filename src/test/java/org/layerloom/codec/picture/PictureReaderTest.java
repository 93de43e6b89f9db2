package org.layerloom.codec.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Pictures of other programs, written here by AWT.
final class PictureReaderTest {
    private static final long PLENTY = 1L << 30;
    private static final Rect PAGE = new Rect(0, 0, 64, 64);

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "jpg", "tif"})
    void every_kind_comes_with_its_size_and_colours(String kind) throws IOException {
        Raster raster =
                PictureReader.read(new ByteArrayInputStream(encoded(kind, BufferedImage.TYPE_INT_RGB)), PLENTY, PAGE);
        assertThat(raster.width()).isEqualTo(40);
        assertThat(raster.height()).isEqualTo(24);
        assertThat(raster.argb(3, 3) >> 16 & 255).isCloseTo(255, within(4));
        assertThat(raster.argb(36, 20) & 255).isCloseTo(255, within(4));
    }

    @Test
    void grey_levels_stay_as_they_are_stored() throws IOException {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 100);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(grey, "jpg", out);
        Raster raster = PictureReader.read(new ByteArrayInputStream(out.toByteArray()), PLENTY, PAGE);
        assertThat(raster.argb(8, 8) & 255).isCloseTo(100, within(1));
    }

    @ParameterizedTest
    @CsvSource({
        "1,40,24,3,3",
        "2,40,24,36,3",
        "3,40,24,36,20",
        "4,40,24,3,20",
        "5,24,40,3,3",
        "6,24,40,20,3",
        "7,24,40,20,36",
        "8,24,40,3,36"
    })
    void a_camera_s_turn_is_honoured(int value, int width, int height, int redX, int redY) throws IOException {
        byte[] turned = withOrientation(encoded("jpg", BufferedImage.TYPE_INT_RGB), value);
        Raster raster = PictureReader.read(new ByteArrayInputStream(turned), PLENTY, PAGE);
        assertThat(raster.width()).isEqualTo(width);
        assertThat(raster.height()).isEqualTo(height);
        assertThat(raster.argb(redX, redY) >> 16 & 255).isGreaterThan(200);
        assertThat(raster.argb(redX, redY) & 255).isLessThan(60);
    }

    @Test
    void what_is_too_large_damaged_or_no_picture_is_told_in_a_sentence() throws IOException {
        byte[] picture = encoded("jpg", BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> PictureReader.read(new ByteArrayInputStream(picture), 9_000, PAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("40 x 24 px");
        assertThatThrownBy(() -> PictureReader.read(
                        new ByteArrayInputStream("hello there".getBytes(StandardCharsets.UTF_8)), PLENTY, PAGE))
                .hasMessage("this is no PNG, JPEG, GIF, WebP, SVG, BMP or TIFF picture");
        assertThatThrownBy(() -> PictureReader.read(new ByteArrayInputStream(encoded("bmp", 1), 0, 40), PLENTY, PAGE))
                .isInstanceOf(IOException.class);
    }

    /// The decoder takes the end of a file for endless bits, and made tables of them for a minute.
    @Test
    void a_webp_file_that_ends_in_its_tables_is_refused_soon() {
        byte[] file = HexFormat.of()
                .parseHex("5249464644000000574542505650384c380000002f27c005105f30c80281249dfd011708101cfa9f"
                        + "212028ba6eb900bcb5829a4852a48818759844e27d9d5f2120a2000000809c0c7cac8ac9");
        assertThatThrownBy(() -> assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> PictureReader.read(new ByteArrayInputStream(file), PLENTY, PAGE)))
                .isInstanceOf(UnreadablePicture.class);
    }

    /// Red at the upper left, blue at the lower right.
    private static byte[] encoded(String kind, int type) throws IOException {
        BufferedImage image = new BufferedImage(40, 24, type);
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 40; x++) {
                image.setRGB(x, y, x < 8 && y < 8 ? 0xffff0000 : x >= 32 && y >= 16 ? 0xff0000ff : 0xff000000);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, kind, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] withOrientation(byte[] jpeg, int value) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0);
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + 36);
        all.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return all.array();
    }
}
