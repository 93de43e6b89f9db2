package org.layerloom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

class BakingTest {
    private static final Mask HALF = Mask.of(Raster.filled(30, 12, 0x60000000), 0, 0, 255);

    private static PixelLayer pixels(LayerProps props, int seed) {
        return new PixelLayer(props, Pictures.random(25, 22, seed));
    }

    private static double difference(Document document) {
        Document baked = Baking.of(document);
        assertThat(baked.allLayers())
                .allMatch(layer -> layer.props().mask().isEmpty()
                        && layer.props().blending().fill() == 255
                        && !layer.props().blending().clip());
        return Pictures.premultipliedDifference(Compositor.flatten(baked), Compositor.flatten(document));
    }

    @Test
    void aLayerWithoutAnyOfItKeepsItsRaster() {
        PixelLayer plain = pixels(Samples.props(1, "plain", 2, 2), 1);
        assertThat(((PixelLayer) Baking.of(Document.blank(30, 30).add(plain))
                                .layers()
                                .getFirst())
                        .raster())
                .isSameAs(plain.raster());
    }

    @Test
    void maskAndFillOfALayerLookTheSameBaked() {
        LayerProps props = Samples.props(2, "masked", 3, 4)
                .withMask(Optional.of(HALF.withDensity(200)))
                .withBlending(Blending.NORMAL.withFill(120).withOpacity(210));
        Document document = Document.blank(30, 30)
                .add(new PixelLayer(Samples.props(1, "floor", 0, 0), Raster.filled(30, 30, 0xff336699)))
                .add(pixels(props, 2));
        assertThat(difference(document)).isLessThanOrEqualTo(1);
    }

    @Test
    void aLayerClippedToAHardEdgedBaseLooksTheSameBaked() {
        Layer base = new PixelLayer(Samples.props(2, "base", 6, 6), Raster.filled(12, 9, 0xffcc8844));
        Layer clipped = pixels(Samples.props(3, "clipped", 0, 0).withBlending(Blending.NORMAL.withClip(true)), 3);
        assertThat(difference(Document.blank(30, 30).withLayers(List.of(base, clipped))))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void aClippedLayerOfAHiddenBaseIsHidden() {
        Layer base =
                new PixelLayer(Samples.props(2, "base", 6, 6).withVisible(false), Raster.filled(12, 9, 0xffcc8844));
        Layer clipped = pixels(Samples.props(3, "clipped", 0, 0).withBlending(Blending.NORMAL.withClip(true)), 3);
        assertThat(difference(Document.blank(30, 30).withLayers(List.of(base, clipped))))
                .isZero();
    }

    @Test
    void theMaskOfAGroupGoesIntoItsLayers() {
        Layer inside = pixels(Samples.props(2, "inside", 1, 1), 4);
        Layer group =
                new GroupLayer(Samples.props(3, "group", 0, 0).withMask(Optional.of(HALF)), List.of(inside), true);
        Document document = Document.blank(30, 30).add(group);
        assertThat(difference(document)).isLessThanOrEqualTo(1);
        assertThat(Loss.ofPngSet(document)).isEmpty();
        Layer over = pixels(Samples.props(4, "over", 5, 5), 5);
        Layer both = ((GroupLayer) group).withChildren(List.of(inside, over));
        assertThat(Loss.ofPngSet(Document.blank(30, 30).add(both))).containsExactly(Loss.GROUP_MASK);
    }
}
