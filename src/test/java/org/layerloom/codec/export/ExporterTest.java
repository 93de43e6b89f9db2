package org.layerloom.codec.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerloom.codec.Loss;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.export.ExportSettings.Part;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.codec.png.PngImage;
import org.layerloom.codec.png.PngReader;
import org.layerloom.composite.AreaAverage;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.Foreign;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Paper;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Text;
import org.layerloom.document.text.TextSetter;

class ExporterTest {
    private static final ExportSettings PLAIN = ExportSettings.PLAIN;
    private final ExportSource design = new ExportSource(Samples.design(), "poster");

    @Test
    void a_png_is_the_compositors_picture() throws IOException {
        assertThat(png(design, PLAIN).raster()).isEqualTo(Compositor.flatten(design.document()));
    }

    @Test
    void twice_as_large_means_twice_as_many_pixels_for_pictures_and_layers() throws IOException {
        ExportSettings twice = PLAIN.withScale(2);
        assertThat(png(design, twice).raster()).hasToString("Raster 180 x 120");
        Document read = opened(ExportFormat.PROJECT, twice);
        assertThat(read.width()).isEqualTo(180);
        assertThat(read.layers().get(1).bounds()).hasToString("Rect[x=-16, y=10, width=80, height=60]");
        assertThat(read.layers().getFirst().props().recipe()).isPresent();
    }

    @Test
    void text_is_set_anew_for_a_larger_picture() throws IOException {
        Text text = new Text("Ill", "Inter", 12, false, false, 0xff000000, Text.Align.LEFT, 1.2, 3, 16);
        Text large = new Text("Ill", "Inter", 48, false, false, 0xff000000, Text.Align.LEFT, 1.2, 12, 64);
        Raster scaled = png(new ExportSource(lettered(24, text), "text"), PLAIN.withScale(4))
                .raster();
        assertThat(scaled).isEqualTo(Compositor.flatten(lettered(96, large)));
    }

    private static Document lettered(int side, Text text) {
        return Document.blank(side, side).add(TextSetter.layer(LayerProps.named(new LayerId(1), "Ill"), text));
    }

    @Test
    void a_half_is_the_flattened_picture_made_smaller_without_seams() throws IOException {
        Document two = Document.blank(30, 9)
                .add(new PixelLayer(Samples.props(1, "left", 0, 0), Raster.filled(15, 9, 0xff336699)))
                .add(new PixelLayer(Samples.props(2, "right", 15, 0), Raster.filled(15, 9, 0xff336699)));
        Raster half = png(new ExportSource(two, "two"), PLAIN.withScale(0.5)).raster();
        assertThat(half).hasToString("Raster 15 x 5");
        assertThat(half.argb(7, 2)).isEqualTo(0xff336699);
    }

    @Test
    void what_would_be_larger_than_a_page_may_be_is_refused_in_a_sentence() {
        ExportSource wide = new ExportSource(Document.blank(200_000, 2), "wide");
        assertThatThrownBy(() -> png(wide, PLAIN.withScale(2)))
                .isInstanceOf(IOException.class)
                .hasMessage("scaled by 2 the page has 400000 x 4 px, which is more than a page may have");
    }

    @Test
    void trimmed_to_what_shows() throws IOException {
        Document spot =
                Document.blank(50, 40).add(new PixelLayer(Samples.props(1, "spot", 20, 10), Raster.filled(3, 4, -1)));
        assertThat(png(new ExportSource(spot, "spot"), PLAIN.withTrim(true)).raster())
                .isEqualTo(Raster.filled(3, 4, -1));
    }

    @Test
    void a_large_page_is_previewed_as_its_thumbnail_over_the_colour_that_is_put_below() throws IOException {
        Exporter.Preview preview = preview(design, ExportFormat.PNG, PLAIN.withScale(2), 30);
        assertThat(preview).extracting("width", "height").containsExactly(180, 120);
        assertThat(preview.picture()).isEqualTo(Compositor.thumbnail(design.document(), 30, 30));
        Raster jpeg = preview(design, ExportFormat.JPEG, PLAIN.withScale(2), 30).picture();
        assertThat(jpeg).hasToString("Raster 30 x 20").matches(Raster::isOpaque, "opaque");
    }

    @Test
    void a_page_that_leaves_small_is_previewed_as_coarse_as_it_leaves() throws IOException {
        Exporter.Preview preview = preview(design, ExportFormat.PNG, PLAIN.withScale(0.1), 60);
        assertThat(preview).extracting("width", "height").containsExactly(9, 6);
        assertThat(preview.picture())
                .isEqualTo(AreaAverage.scale(Compositor.thumbnail(design.document(), 9, 6), 60, 60));
    }

    @Test
    void a_preview_that_nobody_waits_for_ends_before_the_page_is_drawn() {
        AtomicInteger heard = new AtomicInteger();
        WriteProgress stopped = share -> {
            if (heard.incrementAndGet() > 2) {
                throw new CancellationException();
            }
        };
        ExportSource tall = new ExportSource(Document.blank(1000, 10_000), "tall");
        ExportOrder order = new ExportOrder(ExportFormat.PNG, PLAIN);
        assertThatThrownBy(() -> Exporter.preview(tall, order, 60, stopped)).isInstanceOf(CancellationException.class);
    }

    private static Exporter.Preview preview(ExportSource source, ExportFormat format, ExportSettings settings, int side)
            throws IOException {
        return Exporter.preview(source, new ExportOrder(format, settings), side, WriteProgress.UNHEARD);
    }

    @Test
    void only_visible_layers_leave() throws IOException {
        assertThat(names(opened(ExportFormat.PROJECT, PLAIN.withPart(Part.VISIBLE))
                        .layers()))
                .containsExactly("Background", "Kite \ud83e\ude81", "outer", "inner", "a/b\\c: <\"name\">", "", "glow");
    }

    @Test
    void only_selected_layers_leave_with_the_groups_that_they_are_in() throws IOException {
        ExportSource selection = new ExportSource(design.document(), "poster", Set.of(new LayerId(5), new LayerId(2)));
        Document read = opened(selection, ExportFormat.PROJECT, PLAIN.withPart(Part.SELECTED));
        assertThat(names(read.layers())).containsExactly("Kite \ud83e\ude81", "outer", "inner", "a/b\\c: <\"name\">");
    }

    @Test
    void a_layer_whose_base_stays_behind_is_not_clipped_to_another() throws IOException {
        Document page = Document.blank(9, 9)
                .add(new PixelLayer(Samples.props(1, "floor", 0, 0), Raster.filled(2, 2, -1)))
                .add(new PixelLayer(Samples.props(2, "base", 4, 4), Raster.filled(4, 4, -1)))
                .add(new PixelLayer(Samples.props(3, "clipped", 4, 4), Raster.filled(4, 4, -1))
                        .with(props -> props.withBlending(props.blending().withClip(true))));
        ExportSource selection = new ExportSource(page, "page", Set.of(new LayerId(1), new LayerId(3)));
        Document read = opened(selection, ExportFormat.PROJECT, PLAIN.withPart(Part.SELECTED));
        assertThat(read.layers().getLast().props().blending().clip()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SPRITE_SHEET", "WEBP"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothing_tells_of_the_prompt_where_that_is_not_wanted(ExportFormat format) throws IOException {
        Recipe recipe = new Recipe("a secret garden", 424_242, "secret-model@1");
        Document secret = Document.blank(20, 20)
                .withPrompt("a secret garden")
                .add(new PixelLayer(Samples.props(1, "Fox", 0, 0).withRecipe(recipe), Raster.filled(9, 9, -1)));
        ExportSource source = new ExportSource(secret, "garden");
        assertThat(told(source, new ExportOrder(format, PLAIN))).contains("secret");
        assertThat(told(source, new ExportOrder(format, PLAIN.withMetadata(false))))
                .doesNotContain("secret")
                .doesNotContain("424242");
    }

    @ParameterizedTest
    @EnumSource(names = {"PSD", "PSB", "PROJECT"})
    void nor_do_the_blocks_that_another_program_told_it_in(ExportFormat format) throws IOException {
        Document scanned = Document.blank(20, 20)
                .withForeign(foreign("psd/resource/1058", "a secret camera"))
                .add(new PixelLayer(
                        Samples.props(1, "Fox", 0, 0).withForeign(foreign("psd/shmd", "a secret day")),
                        Raster.filled(9, 9, -1)));
        ExportSource source = new ExportSource(scanned, "garden");
        assertThat(told(source, new ExportOrder(format, PLAIN))).contains("a secret camera", "a secret day");
        assertThat(told(source, new ExportOrder(format, PLAIN.withMetadata(false))))
                .doesNotContain("secret");
    }

    private static Foreign foreign(String key, String text) {
        Bytes data = Bytes.of(text.getBytes(StandardCharsets.UTF_8));
        return new Foreign(List.of(new Foreign.Block(key, data, Optional.empty())));
    }

    /// All files as text, packed parts unpacked where they are ZIP.
    private static String told(ExportSource source, ExportOrder order) throws IOException {
        StringBuilder told = new StringBuilder();
        Map<String, byte[]> files = Samples.files(set -> Exporter.write(source, order, WriteProgress.UNHEARD, set));
        for (byte[] file : files.values()) {
            told.append(new String(file, StandardCharsets.UTF_8));
            told.append(new String(file, StandardCharsets.ISO_8859_1));
            told.append(hexTexts(new String(file, StandardCharsets.ISO_8859_1)));
            try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(file))) {
                while (zip.getNextEntry() != null) {
                    told.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return told.toString();
    }

    private static String hexTexts(String pdf) {
        return java.util.regex.Pattern.compile("<FEFF([0-9A-F]+)>")
                .matcher(pdf)
                .results()
                .map(hex -> new String(java.util.HexFormat.of().parseHex(hex.group(1)), StandardCharsets.UTF_16BE))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @Test
    void jpeg_has_white_under_what_is_transparent_or_the_colour_that_was_chosen() throws IOException {
        ExportSource empty = new ExportSource(Document.blank(8, 8), "empty");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Exporter.write(empty, new ExportOrder(ExportFormat.JPEG), WriteProgress.UNHEARD, out))
                .containsExactly(Loss.TRANSPARENCY);
        assertThat(image(out).getRGB(4, 4)).isEqualTo(0xffffffff);
        ByteArrayOutputStream red = new ByteArrayOutputStream();
        ExportSettings onRed = PLAIN.withBackground(0xffff0000).withQuality(100);
        assertThat(Exporter.write(empty, new ExportOrder(ExportFormat.JPEG, onRed), WriteProgress.UNHEARD, red))
                .isEmpty();
        assertThat(image(red).getRGB(4, 4) & 0xfff8f8f8).isEqualTo(0xfff80000);
    }

    @Test
    void a_background_lies_under_a_png_and_mixes_with_nothing() throws IOException {
        Document half = Document.blank(2, 1)
                .add(new PixelLayer(Samples.props(1, "half", 0, 0), Raster.of(2, 1, new int[] {0x80000000, 0})));
        assertThat(png(new ExportSource(half, "half"), PLAIN.withBackground(0xffffffff))
                        .raster())
                .isEqualTo(Raster.of(2, 1, new int[] {0xff7f7f7f, -1}));
    }

    @Test
    void files_are_called_as_the_pattern_says() {
        ExportOrder order = new ExportOrder(ExportFormat.WEBP, PLAIN.withScale(2));
        assertThat(order.fileName("poster", 180, 120)).isEqualTo("poster@2x.webp");
        assertThat(order.with(PLAIN.withScale(0.5)).fileName("poster", 45, 30)).isEqualTo("poster@0.5x.webp");
        assertThat(order.with(PLAIN.withFileName("{document} {width}x{height}{unknown}"))
                        .fileName("a/b", 180, 120))
                .isEqualTo("a-b 180x120{unknown}.webp");
    }

    @Test
    void the_files_of_a_set_are_called_as_the_pattern_says_and_no_two_the_same() throws IOException {
        ExportSettings named = PLAIN.withLayerNames("{name}");
        assertThat(Samples.files(set -> Exporter.write(
                                design, new ExportOrder(ExportFormat.PNG_SET, named), WriteProgress.UNHEARD, set))
                        .keySet())
                .containsExactlyInAnyOrder(
                        "manifest.json",
                        "merged.png",
                        "layers/Background.png",
                        "layers/Kite \ud83e\ude81.png",
                        "layers/Kite \ud83e\ude81-2.png",
                        "layers/a-b-c- -name-.png",
                        "layers/glow.png",
                        "layers/layer.png");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SPRITE_SHEET", "ORA"},
            mode = EnumSource.Mode.EXCLUDE)
    void every_form_can_be_stopped(ExportFormat format) {
        WriteProgress stopped = share -> {
            throw new CancellationException();
        };
        ExportOrder order = new ExportOrder(format, PLAIN.withScale(1.5));
        assertThatThrownBy(() -> Samples.files(set -> Exporter.write(design, order, stopped, set)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void a_png_tells_its_resolution_and_its_profile_where_they_are_not_the_screens() throws IOException {
        Document print = design.document().withPaper(new Paper(150, Optional.of(Bytes.of(new byte[] {1, 2, 3}))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exporter.write(
                new ExportSource(print, "print"),
                new ExportOrder(ExportFormat.PNG, PLAIN.withScale(2)),
                WriteProgress.UNHEARD,
                out);
        ByteBuffer png = ByteBuffer.wrap(out.toByteArray());
        String text = new String(png.array(), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("iCCPICC profile");
        assertThat(png.getInt(text.indexOf("pHYs") + 4)).isEqualTo(11_811); // 300 ppi, in px a metre
        assertThat(text.indexOf("pHYs")).isLessThan(text.indexOf("IDAT"));
        assertThat(PngReader.read(new ByteArrayInputStream(png.array())).raster())
                .hasToString("Raster 180 x 120");
    }

    @Test
    void formats_are_known_by_their_files_endings() {
        assertThat(ExportFormat.ofFile("a.b.JPEG")).contains(ExportFormat.JPEG);
        assertThat(ExportFormat.ofFile("a.psb")).contains(ExportFormat.PSB);
        assertThat(ExportFormat.ofFile("layers")).isEmpty();
    }

    private static PngImage png(ExportSource source, ExportSettings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exporter.write(source, new ExportOrder(ExportFormat.PNG, settings), WriteProgress.UNHEARD, out);
        return PngReader.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private Document opened(ExportFormat format, ExportSettings settings) throws IOException {
        return opened(design, format, settings);
    }

    private static Document opened(ExportSource source, ExportFormat format, ExportSettings settings)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exporter.write(source, new ExportOrder(format, settings), WriteProgress.UNHEARD, out);
        return AnyFile.read(new ByteArrayInputStream(out.toByteArray())).document();
    }

    private static BufferedImage image(ByteArrayOutputStream out) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> names(List<Layer> layers) {
        return layers.stream()
                .flatMap(layer -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(layer.name()),
                        layer instanceof GroupLayer group
                                ? names(group.children()).stream()
                                : java.util.stream.Stream.empty()))
                .toList();
    }
}
