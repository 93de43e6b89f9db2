package org.layerloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.layerloom.composite.AreaAverage;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PageImageTest {
    private static final LayerId BALL = new LayerId(2);

    private PageImage page;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /// Larger than a tile, and than what is painted within a frame.
    private static Document design() {
        Raster ground = Raster.filled(1300, 1200, 0xff204060);
        return Document.blank(1300, 1200)
                .add(new PixelLayer(LayerProps.named(new LayerId(1), "ground"), ground))
                .add(new PixelLayer(
                        LayerProps.named(BALL, "ball").withPosition(900, 901), Pictures.random(300, 201, 1)));
    }

    @Test
    void everySizeShowsTheMeanOfTheCompositorsPixelsAfterAnEdit() throws Exception {
        Document design = design();
        show(design, false);
        Document moved = design.with(BALL, l -> l.translate(77, -3));
        show(moved, false);
        Raster flat = Compositor.flatten(moved);
        assertThat(worst(shot(1, 1300, 1200), flat)).isZero();
        assertThat(worst(shot(0.5, 650, 600), AreaAverage.scale(flat, 650, 600)))
                .isLessThanOrEqualTo(1);
        assertThat(worst(shot(0.25, 325, 300), AreaAverage.scale(flat, 325, 300)))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void theAlphaIsShownAsGreyAndThePictureComesBack() throws Exception {
        Document design = design().without(new LayerId(1)).with(BALL, l -> l.with(p -> p.withOpacity(128)));
        show(design, true);
        Raster flat = Compositor.flatten(design);
        WritableImage grey = shot(1, 1300, 1200);
        for (int x = 850; x < 1250; x++) {
            int alpha = flat.argb(x, 1000) >>> 24;
            assertThat(grey.getPixelReader().getArgb(x, 1000)).isEqualTo(0xff000000 | alpha * 0x010101);
        }
        show(design, false);
        assertThat(shot(1, 1300, 1200).getPixelReader().getArgb(10, 10)).isEqualTo(0xff00ff00);
    }

    @Test
    void afterADragTheScreenShowsTheCompositorsPixelsAgain() throws Exception {
        Document design = design();
        for (int i = 0; i < 6; i++) {
            LayerProps props = LayerProps.named(design.newId(), "glass").withPosition(500, 500 + i);
            design = design.add(new PixelLayer(props, Pictures.random(790, 690, i)));
        }
        show(design, false);
        for (int step = 0; step < 5; step++) {
            design = design.with(BALL, l -> l.translate(11, -9));
            show(design, false, true);
        }
        show(design, false);
        assertThat(worst(shot(1, 1300, 1200), Compositor.flatten(design))).isZero();
    }

    private void show(Document document, boolean alpha) throws Exception {
        show(document, alpha, false);
    }

    private void show(Document document, boolean alpha, boolean previewing) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            if (page == null) {
                page = new PageImage();
            }
            page.showAlpha(alpha);
            page.show(document, previewing);
        });
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> page.isUpToDate());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private WritableImage shot(double scale, int width, int height) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            page.place(0, 0, scale, true);
            return new Scene(new Group(page), width, height, Color.LIME).snapshot(null);
        });
    }

    /// The largest difference of a channel in any pixel.
    private static int worst(WritableImage shown, Raster expected) {
        int worst = 0;
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                int a = shown.getPixelReader().getArgb(x, y);
                int b = expected.argb(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    worst = Math.max(worst, Math.abs((a >> shift & 255) - (b >> shift & 255)));
                }
            }
        }
        return worst;
    }
}
