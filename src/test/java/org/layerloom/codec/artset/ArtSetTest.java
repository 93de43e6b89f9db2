package org.layerloom.codec.artset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Samples;
import org.layerloom.codec.png.PngReader;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

class ArtSetTest {
    private static final Document DESIGN = Document.blank(30, 20)
            .add(new PixelLayer(Samples.props(1, "Background", 0, 0), Raster.filled(30, 20, 0xff204060)))
            .add(new PixelLayer(Samples.props(2, "half", 25, 5), Raster.filled(10, 5, 0x80ff8000)))
            .add(new PixelLayer(Samples.props(3, "hidden", 0, 0).withVisible(false), Raster.filled(9, 9, -1)))
            .add(new PixelLayer(Samples.props(4, "soft", 2, 3), Pictures.random(12, 12, 4)));

    private static Map<String, byte[]> files(Document document) throws IOException {
        return Samples.files(set -> ArtSet.write(document, set));
    }

    private static Raster picture(byte[] file) throws IOException {
        return PngReader.read(new ByteArrayInputStream(file)).raster();
    }

    @Test
    void theFilesHaveArtsNamesAndTheCanvasSize() throws IOException {
        Map<String, byte[]> files = files(DESIGN);
        assertThat(files.keySet())
                .containsExactly(
                        "layer_0.png",
                        "layer_0_rgba.png",
                        "layer_1.png",
                        "layer_1_rgba.png",
                        "layer_2.png",
                        "layer_2_rgba.png",
                        "layer_3.png",
                        "layer_3_rgba.png",
                        "merged.png",
                        "merged_rgba.png");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.getValue()));
            assertThat(image.getWidth()).isEqualTo(30);
            assertThat(image.getHeight()).isEqualTo(20);
            assertThat(image.getColorModel().hasAlpha()).isEqualTo(file.getKey().matches("layer_\\d_rgba.png"));
        }
    }

    @Test
    void aForegroundLiesOnGreyInTheOneAndHasItsAlphaInTheOther() throws IOException {
        Map<String, byte[]> files = files(DESIGN);
        Raster grey = picture(files.get("layer_2.png"));
        assertThat(grey.argb(0, 0)).isEqualTo(0xff808080);
        assertThat(grey.argb(26, 6)).isEqualTo(0xffc08040);
        Raster rgba = picture(files.get("layer_2_rgba.png"));
        assertThat(rgba.argb(0, 0)).isEqualTo(0x007f7f7f);
        assertThat(rgba.argb(26, 6)).isEqualTo(0x80ff8000);
    }

    @Test
    void mergedIsTheWholeAndMergedRgbaTheLayersOverEachOther() throws IOException {
        Map<String, byte[]> files = files(DESIGN);
        Raster flat = Compositor.flatten(DESIGN);
        assertThat(picture(files.get("merged.png"))).isEqualTo(flat);
        assertThat(files.get("merged.png")).isEqualTo(files.get("layer_0.png"));
        assertThat(Pictures.premultipliedDifference(picture(files.get("merged_rgba.png")), flat))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void withoutAnOpaqueBackgroundTheBackgroundIsWhite() throws IOException {
        Map<String, byte[]> files = files(DESIGN.without(new LayerId(1)));
        assertThat(picture(files.get("layer_1_rgba.png"))).isEqualTo(Raster.filled(30, 20, -1));
        assertThat(picture(files.get("layer_2_rgba.png")).argb(26, 6)).isEqualTo(0x80ff8000);
    }

    @Test
    void theModelsOwnPictureOfTheWholeIsWrittenWhereItIsGiven() throws IOException {
        Raster whole = Raster.filled(30, 20, 0xff010203);
        Map<String, byte[]> files = Samples.files(set -> ArtSet.write(DESIGN, whole, set));
        assertThat(picture(files.get("merged.png"))).isEqualTo(whole);
    }
}
