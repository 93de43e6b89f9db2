package org.layerloom.codec.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.picture.PictureReader;
import org.layerloom.composite.Compositor;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Paper;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// Read back by PDFBox, which is another program's reader and renderer.
class PdfWriterTest {
    /// Renderers widen the edges of pictures by a pixel of the screen; enlarged, a pixel's middle is its own.
    private static final int ZOOM = 8;

    @Test
    void the_page_looks_as_on_the_screen_over_white() throws IOException {
        Document design = Samples.design();
        assertThat(furthest(rendered(design, 0), onWhite(design))).isLessThanOrEqualTo(2);
    }

    @Test
    void modes_that_pdf_has_look_as_on_the_screen() throws IOException {
        for (BlendMode mode : List.of(BlendMode.MULTIPLY, BlendMode.SCREEN, BlendMode.DIFFERENCE, BlendMode.DARKEN)) {
            Document page = Document.blank(20, 20)
                    .add(new PixelLayer(Samples.props(1, "floor", 0, 0), Raster.filled(20, 20, 0xff6080c0)))
                    .add(new GroupLayer(
                            Samples.props(2, "group", 0, 0).withOpacity(128),
                            List.of(new PixelLayer(
                                    Samples.props(3, "over", 4, 4).withBlendMode(mode),
                                    Raster.filled(12, 12, 0xffc04020))),
                            true));
            assertThat(furthest(rendered(page, 0), onWhite(page)))
                    .as(mode.name())
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_group_that_passes_through_with_less_opacity_sees_what_is_below() throws IOException {
        Document page = Document.blank(20, 20)
                .add(new PixelLayer(Samples.props(1, "floor", 0, 0), Raster.filled(20, 20, 0xff6080c0)))
                .add(new GroupLayer(
                        Samples.props(2, "group", 0, 0)
                                .withBlendMode(BlendMode.PASS_THROUGH)
                                .withOpacity(128),
                        List.of(new PixelLayer(
                                Samples.props(3, "over", 4, 4).withBlendMode(BlendMode.MULTIPLY),
                                Raster.filled(12, 12, 0xffc04020))),
                        true));
        assertThat(furthest(rendered(page, 0), onWhite(page))).isLessThanOrEqualTo(2);
    }

    @Test
    void a_background_lies_under_all_and_mixes_with_nothing() throws IOException {
        Document page = Document.blank(8, 8)
                .add(new PixelLayer(
                        Samples.props(1, "red", 0, 0).withBlendMode(BlendMode.MULTIPLY),
                        Raster.filled(4, 8, 0xff808080)));
        BufferedImage image = rendered(page, 0xff0000ff);
        assertThat(image.getRGB(2 * ZOOM, 4 * ZOOM)).isEqualTo(0xff808080);
        assertThat(image.getRGB(6 * ZOOM, 4 * ZOOM)).isEqualTo(0xff0000ff);
    }

    @Test
    void viewers_find_the_layers_by_name_and_can_show_what_is_hidden() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(written(Samples.design(), 0))) {
            PDOptionalContentProperties layers = pdf.getDocumentCatalog().getOCProperties();
            assertThat(layers.getGroupNames())
                    .containsExactly(
                            "Background",
                            "Kite \ud83e\ude81",
                            "Kite \ud83e\ude81",
                            "outer",
                            "inner",
                            "a/b\\c: <\"name\">",
                            "",
                            "glow");
            assertThat(layers.getOptionalContentGroups().stream()
                            .filter(layer -> !layers.isGroupEnabled(layer))
                            .count())
                    .isEqualTo(1);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("poster");
            assertThat(pdf.getDocumentInformation().getSubject()).contains("a red kite \u7d05 & <clouds>", "Seed: -7");
        }
    }

    @Test
    void the_page_is_as_large_as_its_resolution_says() throws IOException {
        Document page = Document.blank(300, 150).withPaper(Paper.SCREEN.withPixelsPerInch(300));
        try (PDDocument pdf = Loader.loadPDF(written(page, 0))) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo(72, within(0.01f));
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isCloseTo(36, within(0.01f));
        }
    }

    @Test
    void equal_documents_give_equal_files() throws IOException {
        assertThat(written(Samples.design(), 0)).isEqualTo(written(Samples.design(), 0));
    }

    @Test
    void an_empty_page_is_a_page() throws IOException {
        assertThat(rendered(Document.blank(5, 4), 0).getRGB(2, 2)).isEqualTo(-1);
        Document empty = Document.blank(5, 4)
                .add(new GroupLayer(Samples.props(1, "empty", 0, 0).withOpacity(9), List.of(), true))
                .add(new PixelLayer(Samples.props(2, "none", 0, 0).withId(new LayerId(2)), Raster.empty()));
        assertThat(rendered(empty, 0).getRGB(2, 2)).isEqualTo(-1);
    }

    private static byte[] written(Document document, int background) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.write(document, "poster", background, WriteProgress.UNHEARD, out);
        return out.toByteArray();
    }

    private static BufferedImage rendered(Document document, int background) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(written(document, background))) {
            return new PDFRenderer(pdf).renderImage(0, ZOOM, ImageType.RGB);
        }
    }

    private static Raster onWhite(Document document) {
        Document floor = Document.blank(document.width(), document.height());
        Raster flat = Compositor.flatten(document);
        return Compositor.flatten(floor.add(
                        new PixelLayer(Samples.props(1, "white", 0, 0), Raster.filled(flat.width(), flat.height(), -1)))
                .add(new PixelLayer(Samples.props(2, "flat", 0, 0), flat)));
    }

    private static int furthest(BufferedImage image, Raster expected) {
        Raster seen = PictureReader.raster(image);
        int furthest = 0;
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int one = seen.argb(x * ZOOM + ZOOM / 2, y * ZOOM + ZOOM / 2) >> shift & 255;
                    int other = expected.argb(x, y) >> shift & 255;
                    furthest = Math.max(furthest, Math.abs(one - other));
                }
            }
        }
        return furthest;
    }
}
