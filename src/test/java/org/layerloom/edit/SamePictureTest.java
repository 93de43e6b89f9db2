package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.History;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.RasterLayer;

/// Edits that must not change what the picture looks like, on random designs.
class SamePictureTest {
    private static final int SEEDS = 60;
    /// Steps of 1/255.
    private static final double NOTHING = 0;
    private static final double ONE = 1.001;
    /// A merged layer's alpha and its colour are both rounded to 8 bits, and the picture once more.
    private static final double TWO = 2;

    private static void holds(boolean smooth, double most, BiFunction<Document, Layer, Document> edit) {
        int changed = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Document document = smooth ? Designs.smooth(seed) : Designs.any(seed);
            for (Layer layer : document.allLayers().toList()) {
                Document after = edit.apply(document, layer);
                changed += after.equals(document) ? 0 : 1;
                assertThat(difference(document, after))
                        .as("seed %d, layer %d", seed, layer.id().value())
                        .isLessThanOrEqualTo(most);
                assertThatUndoGivesBack(document, after);
            }
        }
        assertThat(changed).as("designs that the edit did change").isGreaterThan(5);
    }

    private static double difference(Document before, Document after) {
        return Pictures.premultipliedDifference(Compositor.flatten(before), Compositor.flatten(after));
    }

    private static void assertThatUndoGivesBack(Document before, Document after) {
        History history = new History("Open", before, Long.MAX_VALUE);
        history.commit("Edit", after);
        history.undo();
        assertThat(history.document()).isSameAs(before);
    }

    private static List<LayerId> only(Layer layer) {
        return List.of(layer.id());
    }

    @Test
    void flattening_the_image() {
        holds(false, NOTHING, (document, layer) -> Merging.flatten(document, "Flat"));
    }

    @Test
    void merging_all_that_shows() {
        holds(false, NOTHING, (document, layer) -> Merging.mergeVisible(document));
    }

    @Test
    void rasterizing() {
        holds(false, NOTHING, (document, layer) -> Merging.rasterize(document, only(layer)));
    }

    @Test
    void a_hidden_copy() {
        holds(
                false,
                NOTHING,
                (document, layer) -> clippedAbove(document, layer) ? document : hiddenCopy(document, layer));
    }

    private static Document hiddenCopy(Document document, Layer layer) {
        LayerId copy = document.newId();
        return LayerEdits.show(
                LayerEdits.duplicate(document, only(layer), name -> name + " copy"), List.of(copy), false);
    }

    /// Whether something is clipped to the layer, so that what comes between takes its place as the base.
    private static boolean clippedAbove(Document document, Layer layer) {
        List<Layer> siblings = Tree.siblings(document, layer.id());
        int above = siblings.indexOf(layer) + 1;
        return above < siblings.size() && Clipping.isClipped(siblings.get(above));
    }

    @Test
    void ungrouping_a_group_that_only_passes_through() {
        holds(
                false,
                NOTHING,
                (document, layer) -> isPlain(document, layer) ? Groups.ungroup(document, only(layer)) : document);
    }

    private static boolean isPlain(Document document, Layer layer) {
        return layer instanceof GroupLayer group
                && group.props().blendMode() == BlendMode.PASS_THROUGH
                && group.props().opacity() == 255
                && group.props().blending().fill() == 255
                && group.props().mask().isEmpty()
                && !clippedAbove(document, layer);
    }

    @Test
    void grouping_one_layer_that_is_not_clipped_and_nothing_is_clipped_to() {
        holds(
                false,
                NOTHING,
                (document, layer) -> Clipping.isClipped(layer) || clippedAbove(document, layer)
                        ? document
                        : Groups.group(document, only(layer), "Group"));
    }

    @Test
    void moving_the_alpha_into_a_mask() {
        holds(false, NOTHING, (document, layer) -> Masks.addFromAlpha(document, only(layer)));
    }

    @Test
    void a_mask_that_reveals_all() {
        holds(false, NOTHING, (document, layer) -> Masks.addRevealing(document, only(layer)));
    }

    @Test
    void applying_a_mask() {
        holds(true, ONE, (document, layer) -> Masks.apply(document, only(layer)));
    }

    @Test
    void merging_a_base_with_what_is_clipped_to_it() {
        holds(true, ONE, (document, layer) -> {
            boolean run = !Clipping.isClipped(layer)
                    && Clipping.run(document, layer.id()).size() > 1
                    && layer.props().blending().clippedAsGroup()
                    && layer instanceof RasterLayer;
            return run ? Merging.merge(document, only(layer)) : document;
        });
    }

    @Test
    void merging_an_isolated_group() {
        holds(
                true,
                TWO,
                (document, layer) -> layer instanceof GroupLayer
                                && layer.props().blendMode() != BlendMode.PASS_THROUGH
                                && !clippedAbove(document, layer)
                        ? Merging.merge(document, only(layer))
                        : document);
    }

    @Test
    void merging_two_normal_layers_that_lie_on_each_other() {
        holds(true, TWO, (document, layer) -> {
            List<LayerId> parts = Merging.parts(document, only(layer));
            boolean plain = parts.size() == 2
                    && parts.stream()
                            .allMatch(
                                    id -> isNormal(document, document.layer(id).orElseThrow()));
            return plain && layer instanceof RasterLayer ? Merging.merge(document, only(layer)) : document;
        });
    }

    private static boolean isNormal(Document document, Layer layer) {
        return layer instanceof RasterLayer
                && layer.props().blendMode() == BlendMode.NORMAL
                && !layer.props().blending().clip()
                && !clippedAbove(document, layer);
    }
}
