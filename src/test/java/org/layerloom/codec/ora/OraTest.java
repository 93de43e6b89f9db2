package org.layerloom.codec.ora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.codec.Baking;
import org.layerloom.codec.Loss;
import org.layerloom.codec.RandomDesigns;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.zip.ZipArchive;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;

/// What is written is read again, and lies in the file as the format wants it.
final class OraTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void a_design_by_chance_comes_back_as_it_was_baked(long seed) throws IOException {
        Document design = RandomDesigns.of(seed);
        Document read = read(written(design)).withGuides(design.guides()).withRegions(List.of());
        Document expected = Baking.of(design).withRegions(List.of());
        assertThat(plain(read)).isEqualTo(plain(expected));
    }

    @Test
    void a_design_of_modes_that_the_format_has_looks_the_same_and_loses_nothing() throws IOException {
        Document design = Samples.design();
        assertThat(Compositor.flatten(read(written(design)))).isEqualTo(Compositor.flatten(design));
        assertThat(Loss.ofOra(design)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BlendMode.class)
    void every_mode_has_a_name_of_the_format_and_comes_back(BlendMode mode) {
        assertThat(CompositeOp.of(mode)).startsWith("svg:");
        if (CompositeOp.isExact(mode)) {
            assertThat(CompositeOp.mode(CompositeOp.of(mode))).contains(mode);
        } else {
            assertThat(CompositeOp.mode(CompositeOp.of(mode))).isNotEmpty().isNotEqualTo(Optional.of(mode));
        }
    }

    @Test
    void sixteen_modes_are_exact_and_the_others_are_told() {
        List<BlendMode> exact = List.of(BlendMode.values()).stream()
                .filter(CompositeOp::isExact)
                .toList();
        assertThat(exact).hasSize(16);
        assertThat(Loss.ofOra(Samples.modes())).containsExactly(Loss.MODE);
    }

    @Test
    void masks_locks_guides_and_soft_groups_are_told() {
        Layer soft = new GroupLayer(
                Samples.props(1, "g", 0, 0)
                        .withBlendMode(BlendMode.PASS_THROUGH)
                        .withOpacity(9),
                List.of(),
                true);
        Document design =
                Document.blank(5, 5).add(soft).withGuides(RandomDesigns.of(1).guides());
        assertThat(Loss.ofOra(design)).containsExactlyInAnyOrder(Loss.PASS_THROUGH, Loss.GUIDES);
    }

    @Test
    void the_file_begins_with_its_type_unpacked_and_holds_what_the_format_asks_for() throws IOException {
        byte[] file = written(Samples.design());
        assertThat(new String(file, 30, 24, StandardCharsets.US_ASCII)).isEqualTo("mimetypeimage/openraster");
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .startsWith("mimetype", "stack.xml", "data/layer0.png")
                .contains("mergedimage.png", "Thumbnails/thumbnail.png");
        ZipArchive archive = ZipArchive.read(new ByteArrayInputStream(file));
        assertThat(PngReader.read(archive.open("mergedimage.png")).raster())
                .isEqualTo(Compositor.flatten(Samples.design()));
    }

    @Test
    void thumbnails_are_at_most_256_px_and_keep_the_aspect() throws IOException {
        Document wide = Document.blank(1000, 100).add(new PixelLayer(Samples.props(1, "", 0, 0), Raster.empty()));
        ZipArchive archive = ZipArchive.read(new ByteArrayInputStream(written(wide)));
        Raster thumbnail =
                PngReader.read(archive.open("Thumbnails/thumbnail.png")).raster();
        assertThat(thumbnail.width()).isEqualTo(256);
        assertThat(thumbnail.height()).isBetween(25, 26);
    }

    @Test
    void numbers_and_bytes_are_the_same_in_every_language() throws IOException {
        byte[] english = written(Samples.design());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(written(Samples.design())).isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void prompts_seeds_and_models_stay_out_where_they_are_not_wanted() throws IOException {
        Document design = Samples.design();
        Document read = read(written(design, false));
        assertThat(read.prompt()).isEmpty();
        assertThat(read.allLayers().map(layer -> layer.props().recipe())).allMatch(Optional::isEmpty);
        assertThat(new String(written(design, false), StandardCharsets.ISO_8859_1))
                .doesNotContain("layerloom-2");
    }

    @Test
    void a_name_with_line_breaks_and_letters_that_XML_lacks_is_kept_as_far_as_it_can_be() throws IOException {
        Document design = Document.blank(3, 3)
                .add(new PixelLayer(Samples.props(1, "a\n\tb \u0001 \ud800 \"<&>'", 0, 0), Pictures.random(2, 2, 1)));
        assertThat(read(written(design)).layers().getFirst().name()).isEqualTo("a\n\tb \ufffd \ufffd \"<&>'");
    }

    @Test
    void a_cancelled_write_stops() {
        WriteProgress stop = share -> {
            if (share > 0.3) {
                throw new CancellationException();
            }
        };
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> OraWriter.write(Samples.design(), true, stop, new ByteArrayOutputStream()));
    }

    private static byte[] written(Document document) throws IOException {
        return written(document, true);
    }

    private static byte[] written(Document document, boolean metadata) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Double> shares = new ArrayList<>();
        WriteProgress heard = share -> {
            synchronized (shares) {
                shares.add(share);
            }
        };
        OraWriter.write(document, metadata, heard, out);
        assertThat(shares).contains(0.0, 1.0).allMatch(share -> share >= 0 && share <= 1);
        return out.toByteArray();
    }

    private static Document read(byte[] file) throws IOException {
        var opened = AnyFile.read(new ByteArrayInputStream(file));
        assertThat(opened.notes()).isEmpty();
        return opened.document();
    }

    /// With ids in order, and of each layer what the format can hold.
    private static Document plain(Document document) {
        return document.withLayers(plain(document.layers(), new int[1])).withNextId(1_000);
    }

    private static List<Layer> plain(List<Layer> layers, int[] ids) {
        List<Layer> plain = new ArrayList<>();
        for (Layer layer : layers) {
            LayerProps old = layer.props();
            LayerProps props = Samples.props(++ids[0], old.name(), 0, 0)
                    .withBlendMode(old.blendMode())
                    .withOpacity(old.opacity())
                    .withVisible(old.visible())
                    .withLocks(old.locks())
                    .withTag(old.tag());
            plain.add(
                    switch (layer) {
                        case GroupLayer group -> new GroupLayer(props, plain(group.children(), ids), group.open());
                        case RasterLayer pixels ->
                            new PixelLayer(
                                    old.recipe()
                                            .map(props::withRecipe)
                                            .orElse(props)
                                            .withPosition(old.x(), old.y()),
                                    pixels.raster());
                    });
        }
        return plain;
    }

    @Test
    void locks_are_told_to_other_programs_where_pixels_are_kept() throws IOException {
        Document design = Document.blank(3, 3)
                .add(new PixelLayer(
                        Samples.props(1, "a", 0, 0).withLocks(Locks.NONE.withPosition(true)), Raster.empty()))
                .add(new PixelLayer(Samples.props(2, "b", 0, 0).withLocks(Locks.ALL), Raster.empty()));
        String xml = new StackWriter(true).xml(design);
        assertThat(xml)
                .contains(
                        "name=\"a\" opacity=\"1.0\" visibility=\"visible\" composite-op=\"svg:src-over\" edit-locked=\"false\"");
        assertThat(xml.indexOf("edit-locked=\"true\"")).isLessThan(xml.indexOf("edit-locked=\"false\""));
    }
}
