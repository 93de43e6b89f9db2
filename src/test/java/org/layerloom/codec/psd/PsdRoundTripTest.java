package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.codec.Baking;
import org.layerloom.codec.Opened;
import org.layerloom.codec.RandomDesigns;
import org.layerloom.codec.Samples;
import org.layerloom.codec.Trimmed;
import org.layerloom.codec.WriteProgress;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Blending;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.Foreign;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.Paper;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;

/// What a PSD file keeps of designs with everything: all but that text, fills and placed pictures stay more than
/// pixels.
class PsdRoundTripTest {
    private static Opened again(Document document, boolean large) throws IOException {
        return PsdReader.read(new ByteArrayInputStream(file(document, large)));
    }

    private static byte[] file(Document document, boolean large) throws IOException {
        return file(document, PsdOptions.PLAIN.withLarge(large));
    }

    private static byte[] file(Document document, PsdOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PsdWriter.write(document, options, WriteProgress.UNHEARD, out);
        return out.toByteArray();
    }

    @Test
    void whatIsBakedIsNotInTheFileAndLooksTheSame() throws IOException {
        Layer base = new PixelLayer(Samples.props(1, "base", 3, 2).withOpacity(180), Pictures.random(25, 22, 1));
        Layer clipped = new PixelLayer(
                Samples.props(2, "clipped", 0, 0).withBlending(Blending.NORMAL.withClip(true)),
                Pictures.random(20, 20, 2));
        Document document = Document.blank(30, 30).add(base).add(clipped);
        PsdOptions options = PsdOptions.PLAIN.withBaked(Set.of(Baking.Part.CLIPPING));
        Document back = PsdReader.read(new ByteArrayInputStream(file(document, options)))
                .document();
        assertThat(back.allLayers().map(Layer::name)).containsExactly("base", "base", "clipped");
        assertThat(back.allLayers()).noneMatch(layer -> layer.props().blending().clip());
        assertThat(Pictures.premultipliedDifference(Compositor.flatten(back), Compositor.flatten(document)))
                .isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aDesignWithEverythingKeepsTreePixelsMasksAndBlending(long seed) throws IOException {
        comesBack(RandomDesigns.of(seed), false);
        comesBack(RandomDesigns.of(seed), true);
    }

    private static void comesBack(Document document, boolean large) throws IOException {
        Opened opened = again(document, large);
        assertThat(opened.notes()).isEmpty();
        assertThat(opened.document().guides()).isEqualTo(document.guides());
        compare(opened.document().layers(), document.layers());
        assertThat(Pictures.premultipliedDifference(
                        Compositor.flatten(opened.document()), Compositor.flatten(document)))
                .isZero();
    }

    @Test
    void aPageTooWideForAPsdFileComesBackFromAPsbFile() throws IOException {
        Document wide = Document.blank(40_000, 8)
                .add(new PixelLayer(Samples.props(1, "left", -5, 1), Pictures.random(30, 5, 1)))
                .add(new PixelLayer(Samples.props(2, "all", 0, 0), Raster.filled(40_000, 8, 0x80123456)));
        Opened opened = again(wide, true);
        assertThat(opened.notes()).isEmpty();
        assertThat(opened.document().width()).isEqualTo(40_000);
        compare(opened.document().layers(), wide.layers());
    }

    @Test
    void paperAndBlocksOfOtherProgramsComeBack() throws IOException {
        Bytes data = Bytes.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        Raster raster = Pictures.random(9, 7, 1);
        Optional<Foreign.Pixels> pixels = Optional.of(new Foreign.Pixels(raster, 3, 4));
        Foreign ofLayer = new Foreign(List.of(
                new Foreign.Block("psd/lnsr", data, Optional.empty()), new Foreign.Block("psd/SoLd", data, pixels)));
        Foreign ofFile = new Foreign(List.of(
                new Foreign.Block("psd/resource/1028", data, Optional.empty()),
                new Foreign.Block("psd/resource/2000/Path 1", data, Optional.empty()),
                new Foreign.Block("psd/global/lnk2", data, Optional.empty())));
        Document document = Document.blank(30, 20)
                .add(new PixelLayer(Samples.props(1, "placed", 3, 4).withForeign(ofLayer), raster))
                .withPaper(new Paper(300, Optional.of(data)))
                .withForeign(ofFile);
        for (boolean large : new boolean[] {false, true}) {
            Document back = again(document, large).document();
            assertThat(back.paper()).isEqualTo(document.paper());
            assertThat(back.foreign()).isEqualTo(ofFile);
            assertThat(back.layers().getFirst().props().foreign()).isEqualTo(ofLayer);
            assertThat(file(back, large)).isEqualTo(file(document, large));
        }
    }

    private static void compare(List<Layer> actual, List<Layer> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            compare(actual.get(i).props(), expected.get(i).props());
            if (expected.get(i) instanceof GroupLayer group) {
                compare(((GroupLayer) actual.get(i)).children(), group.children());
            } else {
                assertThat(Trimmed.of((RasterLayer) actual.get(i)))
                        .isEqualTo(Trimmed.of((RasterLayer) expected.get(i)));
            }
        }
    }

    private static void compare(LayerProps actual, LayerProps expected) {
        assertThat(actual.name()).isEqualTo(expected.name());
        assertThat(actual.blending()).isEqualTo(expected.blending());
        assertThat(actual.visible()).isEqualTo(expected.visible());
        assertThat(actual.locks()).isEqualTo(expected.locks());
        assertThat(PsdTag.number(actual.tag())).isEqualTo(PsdTag.number(expected.tag()));
        assertThat(actual.recipe()).isEqualTo(expected.recipe());
        assertThat(actual.mask())
                .isEqualTo(expected.mask().map(mask -> mask.raster().isEmpty() ? atOrigin(mask) : mask));
    }

    private static Mask atOrigin(Mask mask) {
        return mask.withRaster(mask.raster(), 0, 0);
    }
}
