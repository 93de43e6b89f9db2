package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.codec.Opened;
import org.layerloom.codec.RandomDesigns;
import org.layerloom.codec.Trimmed;
import org.layerloom.codec.WriteProgress;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.RasterLayer;

/// What a PSD file keeps of designs with everything: all but that text, fills and placed pictures stay more than
/// pixels.
class PsdRoundTripTest {
    private static Opened again(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PsdWriter.write(document, PsdOptions.PLAIN, WriteProgress.UNHEARD, out);
        return PsdReader.read(new ByteArrayInputStream(out.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aDesignWithEverythingKeepsTreePixelsMasksAndBlending(long seed) throws IOException {
        Document document = RandomDesigns.of(seed);
        Opened opened = again(document);
        assertThat(opened.notes()).isEmpty();
        assertThat(opened.document().guides()).isEqualTo(document.guides());
        compare(opened.document().layers(), document.layers());
        assertThat(Pictures.premultipliedDifference(
                        Compositor.flatten(opened.document()), Compositor.flatten(document)))
                .isZero();
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
