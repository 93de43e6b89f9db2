package org.layerloom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerloom.codec.Baking.Part;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// Baked parts look as they did, to within 1 of 255, where `Loss` says nothing.
class BakingPartsTest {
    private static final Mask HALF = Mask.of(Pictures.random(30, 12, 9), 2, 3, 255);

    private static Document page(Layer... layers) {
        return Document.blank(40, 40).withLayers(List.of(layers));
    }

    private static PixelLayer floor() {
        return new PixelLayer(Samples.props(1, "floor", 0, 0), opaque(40, 40));
    }

    private static Raster opaque(int width, int height) {
        int[] argb = Pictures.random(width, height, 77).toArgb();
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xff000000;
        }
        return Raster.of(width, height, argb);
    }

    private static PixelLayer soft(LayerProps props) {
        return new PixelLayer(props, Pictures.random(25, 22, props.id().value()));
    }

    private static void looksTheSame(Document document, Part part) {
        assertThat(Loss.ofPsd(document, Set.of(part), false)).isEmpty();
        Document baked = Baking.of(document, Set.of(part));
        assertThat(Pictures.premultipliedDifference(Compositor.flatten(baked), Compositor.flatten(document)))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void aDocumentWithoutThePartsStaysTheSame() {
        Document document = Samples.design();
        assertThat(Baking.of(document, EnumSet.of(Part.FILL, Part.CLIPPING, Part.MASKS)))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @EnumSource(
            value = BlendMode.class,
            names = {"PASS_THROUGH", "DISSOLVE"},
            mode = EnumSource.Mode.EXCLUDE)
    void layersClippedToASoftBaseOfAnyModeBecomeAGroup(BlendMode mode) {
        Layer base = soft(Samples.props(2, "base", 6, 6)
                .withMask(Optional.of(HALF))
                .withBlending(Blending.NORMAL.withMode(mode).withOpacity(180)));
        Layer clipped = soft(Samples.props(3, "clipped", 0, 0)
                .withMask(Optional.of(HALF.withDensity(90)))
                .withBlending(Blending.NORMAL.withClip(true).withMode(BlendMode.MULTIPLY)));
        Layer hidden =
                soft(Samples.props(4, "hidden", 0, 0).withVisible(false).withBlending(Blending.NORMAL.withClip(true)));
        Document document = page(floor(), base, clipped, hidden);
        looksTheSame(document, Part.CLIPPING);
        Document baked = Baking.of(document, Set.of(Part.CLIPPING));
        assertThat(baked.allLayers())
                .noneMatch(layer -> layer.props().blending().clip());
        assertThat(baked.layers().get(1)).isInstanceOf(GroupLayer.class);
        assertThat(baked.allLayers().map(Layer::id)).doesNotHaveDuplicates();
    }

    @Test
    void aLayerClippedToAPlainHardBaseIsMaskedWithoutAGroup() {
        Layer base = new PixelLayer(Samples.props(2, "base", 6, 6), opaque(12, 9));
        Layer clipped = soft(Samples.props(3, "clipped", 0, 0)
                .withBlending(Blending.NORMAL.withClip(true).withMode(BlendMode.SCREEN)));
        Document document = page(floor(), base, clipped);
        looksTheSame(document, Part.CLIPPING);
        assertThat(Baking.of(document, Set.of(Part.CLIPPING)).layers()).hasSize(3);
    }

    @Test
    void aLayerWithoutABaseAndAGroupAreNotClipped() {
        Blending clip = Blending.NORMAL.withClip(true);
        Layer lone = soft(Samples.props(2, "lone", 3, 3).withBlending(clip));
        Layer group = new GroupLayer(
                Samples.props(3, "group", 0, 0).withBlending(clip), List.of(soft(Samples.props(4, "in", 9, 9))), true);
        looksTheSame(page(lone, group), Part.CLIPPING);
    }

    @Test
    void clippingToAGroupIsSaidToBeInexact() {
        Layer group =
                new GroupLayer(Samples.props(3, "group", 0, 0), List.of(soft(Samples.props(4, "in", 9, 9))), true);
        Layer clipped = soft(Samples.props(5, "clipped", 0, 0).withBlending(Blending.NORMAL.withClip(true)));
        assertThat(Loss.ofPsd(page(floor(), group, clipped), Set.of(Part.CLIPPING), false))
                .containsExactly(Loss.CLIPPING);
    }

    @ParameterizedTest
    @EnumSource(
            value = BlendMode.class,
            names = {"NORMAL", "MULTIPLY", "HUE", "LINEAR_BURN", "LINEAR_DODGE", "LINEAR_LIGHT", "DIFFERENCE"})
    void fillOverAnOpaqueLayerLooksTheSame(BlendMode mode) {
        LayerProps props = Samples.props(2, "filled", 3, 4)
                .withBlending(Blending.NORMAL.withMode(mode).withFill(120).withOpacity(210));
        looksTheSame(page(floor(), soft(props)), Part.FILL);
    }

    @Test
    void fillInSpecialModesOverNothingIsSaidToBeOpacity() {
        Blending blending = Blending.NORMAL.withMode(BlendMode.LINEAR_DODGE).withFill(120);
        Document document = page(soft(Samples.props(2, "filled", 3, 4).withBlending(blending)));
        assertThat(Loss.ofPsd(document, Set.of(Part.FILL), false)).containsExactly(Loss.FILL_OPACITY);
        assertThat(Loss.ofPsd(document, Set.of(), false)).isEmpty();
        Layer baked = Baking.of(document, Set.of(Part.FILL)).layers().getFirst();
        assertThat(baked.props().opacity()).isEqualTo(120);
    }

    @ParameterizedTest
    @EnumSource(
            value = BlendMode.class,
            names = {"NORMAL", "MULTIPLY", "HARD_LIGHT", "COLOR"})
    void theOpacityOfAGroupGoesIntoItsMask(BlendMode mode) {
        LayerProps props = Samples.props(5, "group", 0, 0)
                .withBlending(Blending.NORMAL.withMode(mode).withOpacity(99))
                .withMask(Optional.of(HALF));
        Layer group = new GroupLayer(
                props, List.of(soft(Samples.props(2, "one", 3, 4)), soft(Samples.props(3, "two", 9, -5))), true);
        Document document = page(floor(), group);
        looksTheSame(document, Part.GROUP_OPACITY);
        assertThat(Baking.of(document, Set.of(Part.GROUP_OPACITY)).allLayers())
                .allMatch(layer -> layer.props().opacity() == 255);
    }

    @Test
    void theOpacityOfAGroupThatPassesThroughGoesIntoItsLayers() {
        LayerProps props = Samples.props(5, "group", 0, 0)
                .withBlending(Blending.NORMAL.withMode(BlendMode.PASS_THROUGH).withOpacity(140));
        Layer shade = soft(Samples.props(2, "one", -9, 4).withBlendMode(BlendMode.MULTIPLY));
        Layer apart = soft(Samples.props(3, "two", 16, 4).withBlendMode(BlendMode.OVERLAY));
        Layer over = soft(Samples.props(4, "three", 9, -5));
        looksTheSame(page(floor(), new GroupLayer(props, List.of(shade, apart), true)), Part.GROUP_OPACITY);
        Document overlapping = page(floor(), new GroupLayer(props, List.of(shade, over), true));
        assertThat(Loss.ofPsd(overlapping, Set.of(Part.GROUP_OPACITY), false)).containsExactly(Loss.GROUP_OPACITY);
    }

    @Test
    void masksWithADensityDisabledOnesAndThoseThatMissTheirLayerBecomePlain() {
        Layer faint = soft(Samples.props(2, "faint", 3, 4).withMask(Optional.of(HALF.withDensity(120))));
        Layer off = soft(Samples.props(3, "off", -3, 9).withMask(Optional.of(HALF.withEnabled(false))));
        Layer missed = soft(Samples.props(4, "missed", 9, 9)
                .withMask(Optional.of(Mask.of(Raster.filled(3, 3, 0xff000000), 90, 90, 0))));
        Layer plain = soft(Samples.props(5, "plain", 9, 1).withMask(Optional.of(HALF)));
        Layer group = new GroupLayer(
                Samples.props(6, "group", 0, 0).withMask(Optional.of(HALF.withDensity(80))), List.of(faint, off), true);
        Document document = page(floor(), missed, group, plain);
        looksTheSame(document, Part.MASKS);
        Document baked = Baking.of(document, Set.of(Part.MASKS));
        assertThat(baked.layers().getLast()).isSameAs(plain);
    }

    @Test
    void theMaskOfAGroupThatPassesThroughGoesIntoItsLayersMasks() {
        LayerProps props = Samples.props(5, "group", 0, 0)
                .withBlendMode(BlendMode.PASS_THROUGH)
                .withMask(Optional.of(HALF));
        Layer shade = soft(Samples.props(2, "one", -9, 4).withBlendMode(BlendMode.MULTIPLY));
        Layer apart = soft(Samples.props(3, "two", 16, 4).withMask(Optional.of(HALF)));
        Layer over = soft(Samples.props(4, "three", 9, -5));
        looksTheSame(page(floor(), new GroupLayer(props, List.of(shade, apart), true)), Part.MASKS);
        Document overlapping = page(floor(), new GroupLayer(props, List.of(shade, over), true));
        assertThat(Loss.ofPsd(overlapping, Set.of(Part.MASKS), false)).containsExactly(Loss.GROUP_MASK);
    }

    @Test
    void allPartsTogetherLookTheSameToo() {
        Blending clip = Blending.NORMAL.withClip(true);
        Layer base = soft(Samples.props(2, "base", 6, 6)
                .withMask(Optional.of(HALF.withDensity(90)))
                .withBlending(Blending.NORMAL.withOpacity(200).withFill(180)));
        Layer clipped = soft(Samples.props(3, "clipped", 0, 0)
                .withMask(Optional.of(HALF))
                .withBlending(clip.withMode(BlendMode.MULTIPLY).withFill(99)));
        Layer group = new GroupLayer(
                Samples.props(4, "group", 0, 0).withOpacity(150).withMask(Optional.of(HALF.withDensity(77))),
                List.of(base, clipped),
                true);
        Document document = page(floor(), group);
        Set<Part> all = EnumSet.allOf(Part.class);
        assertThat(Loss.ofPsd(document, all, false)).isEmpty();
        assertThat(Pictures.premultipliedDifference(
                        Compositor.flatten(Baking.of(document, all)), Compositor.flatten(document)))
                .isLessThanOrEqualTo(2); // a rounding for each part
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void nothingOfAPartIsLeftOfADesignWithEverything(Part part) {
        for (int seed = 1; seed <= 6; seed++) {
            Document baked = Baking.of(RandomDesigns.of(seed), Set.of(part));
            assertThat(baked.allLayers()).allMatch(layer -> isBaked(layer, part));
        }
    }

    private static boolean isBaked(Layer layer, Part part) {
        Blending blending = layer.props().blending();
        return switch (part) {
            case FILL -> blending.fill() == 255;
            case CLIPPING -> !blending.clip();
            case GROUP_OPACITY -> !(layer instanceof GroupLayer) || blending.opacity() == 255;
            case MASKS ->
                layer.props()
                        .mask()
                        .map(mask -> mask.enabled() && mask.density() == 255)
                        .orElse(true);
        };
    }
}
