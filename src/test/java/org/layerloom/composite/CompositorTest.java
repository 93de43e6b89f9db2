package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

class CompositorTest {
    private static Document stack(int width, int height, int layers, boolean allModes) {
        Random random = new Random(7);
        Document document = Document.blank(width, height);
        for (int i = 0; i < layers; i++) {
            BlendMode mode = allModes ? BlendMode.values()[1 + i % 27] : BlendMode.NORMAL;
            LayerProps props = LayerProps.named(document.newId(), "layer " + i)
                    .withPosition(random.nextInt(width) - width / 4, random.nextInt(height) - height / 4)
                    .withOpacity(random.nextInt(256))
                    .withBlendMode(mode);
            document = document.add(new PixelLayer(props, Pictures.random(width / 2, height / 2, i)));
        }
        return document;
    }

    private static LayerProps props(int id) {
        return LayerProps.named(new LayerId(id), "layer " + id);
    }

    @Test
    void anAreaHoldsTheSamePixelsAsTheWholePicture() {
        Document document = stack(300, 170, 30, true);
        Raster whole = Compositor.flatten(document);
        Rect area = new Rect(101, 50, 77, 60);
        int[] argb = new int[5 + 60 * 100];
        Compositor.paint(document, area, argb, 5, 100);
        for (int y = 0; y < 60; y++) {
            int[] expected = new int[77];
            whole.copyRow(101, 50 + y, 77, expected, 0);
            assertThat(Arrays.copyOfRange(argb, 5 + y * 100, 5 + y * 100 + 77)).isEqualTo(expected);
        }
    }

    @Test
    void aPictureOfManyBandsOnAllCoresEqualsOneWithoutVectors() {
        Document document = stack(701, 403, 12, false);
        int[] scalar = new int[701 * 403];
        Compositor.paint(document, document.canvas(), scalar, new ScalarRowMath());
        assertThat(Compositor.flatten(document).toArgb()).isEqualTo(scalar);
    }

    @Test
    void whatIsOutsideTheCanvasBecomesTransparent() {
        Document document = Document.blank(4, 4).add(new PixelLayer(props(1), Raster.filled(9, 9, 0xff102030)));
        int[] argb = new int[36];
        Arrays.fill(argb, -1);
        Compositor.paint(document, new Rect(-1, -1, 6, 6), argb, 0, 6);
        assertThat(argb[0]).isZero();
        assertThat(argb[7]).isEqualTo(0xff102030);
        assertThat(argb[35]).isZero();
    }

    @Test
    void hiddenAndFullyTransparentLayersDrawNothing() {
        Raster red = Raster.filled(3, 3, 0xffff0000);
        Document document = Document.blank(3, 3)
                .add(new PixelLayer(props(1).withVisible(false), red))
                .add(new PixelLayer(props(2).withOpacity(0), red))
                .add(new GroupLayer(props(3).withVisible(false), List.of(new PixelLayer(props(4), red)), true));
        assertThat(Compositor.flatten(document)).isEqualTo(Raster.of(3, 3, new int[9]));
    }

    @Test
    void aPassThroughGroupLooksAsIfItWereNotThereAndAnIsolatedOneDoesNot() {
        Layer floor = new PixelLayer(props(1), Raster.filled(2, 2, 0xff808080));
        Layer multiply = new PixelLayer(props(2).withBlendMode(BlendMode.MULTIPLY), Raster.filled(2, 2, 0xff808080));
        LayerProps group = props(3).withBlendMode(BlendMode.PASS_THROUGH);
        Document document = Document.blank(2, 2);
        Raster flat = Compositor.flatten(document.withLayers(List.of(floor, multiply)));
        assertThat(flat.argb(0, 0)).isEqualTo(0xff404040);
        Layer pass = new GroupLayer(group, List.of(multiply), true);
        assertThat(Compositor.flatten(document.withLayers(List.of(floor, pass))))
                .isEqualTo(flat);
        Layer isolated = pass.with(p -> p.withBlendMode(BlendMode.NORMAL));
        assertThat(Compositor.flatten(document.withLayers(List.of(floor, isolated)))
                        .argb(0, 0))
                .isEqualTo(0xff808080);
    }

    @Test
    void theGrainOfDissolveIsThatOfTheCanvas() {
        assertThat(Dissolve.noise(0, 0)).isZero();
        assertThat(Dissolve.noise(1, 0)).isEqualTo(7_164_471 * 0x1p-24f);
        assertThat(Dissolve.noise(0, 1)).isEqualTo(12_886_244 * 0x1p-24f);
        assertThat(Dissolve.noise(159, 119)).isEqualTo(4_226_039 * 0x1p-24f);
    }

    @Test
    void aThumbnailAveragesWithoutTheColourOfTransparentPixels() {
        int[] argb = {0xffff0000, 0x0000ff00, 0xffff0000, 0x0000ff00};
        Document document = Document.blank(2, 2).add(new PixelLayer(props(1), Raster.of(2, 2, argb)));
        assertThat(Compositor.thumbnail(document, 1, 1).argb(0, 0)).isEqualTo(0x80ff0000);
    }

    @Test
    void aThumbnailKeepsTheAspectOfThePage() {
        Layer right = new PixelLayer(props(1).withPosition(40, 0), Raster.filled(40, 40, 0xff112233));
        Raster thumbnail = Compositor.thumbnail(Document.blank(80, 40).add(right), 20, 20);
        assertThat(thumbnail.width()).isEqualTo(20);
        assertThat(thumbnail.height()).isEqualTo(10);
        assertThat(thumbnail.argb(9, 5)).isZero();
        assertThat(thumbnail.argb(10, 5)).isEqualTo(0xff112233);
    }

    @Test
    void anAverageOverAnySizesKeepsTheColourOfAnEvenPicture() {
        Raster even = Raster.filled(37, 53, 0x80406080);
        for (int side : new int[] {1, 7, 53, 90}) {
            Raster scaled = AreaAverage.scale(even, side, side);
            assertThat(scaled).isEqualTo(Raster.filled(scaled.width(), scaled.height(), 0x80406080));
        }
    }
}
