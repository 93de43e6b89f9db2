package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.edit.LayerMoves.Side;

class LayerMovesTest {
    private static final Raster DOT = Raster.filled(1, 1, 0xFFFF0000);

    /// 1, then the group 2 of 3 and 4, then 5; bottom first.
    private final Document document = Document.blank(64, 64)
            .withLayers(List.of(
                    pixels(1),
                    new GroupLayer(LayerProps.named(new LayerId(2), "G"), List.of(pixels(3), pixels(4)), true),
                    pixels(5)));

    @Test
    void aLayerLandsAboveOrBelowAnother() {
        assertThat(shape(LayerMoves.drop(document, id(1), id(5), Side.ABOVE))).isEqualTo("2[3 4] 5 1");
        assertThat(shape(LayerMoves.drop(document, id(5), id(1), Side.BELOW))).isEqualTo("5 1 2[3 4]");
    }

    @Test
    void aLayerGoesIntoAGroupOnTopAndOutAgain() {
        assertThat(shape(LayerMoves.drop(document, id(1), id(2), Side.INTO))).isEqualTo("2[3 4 1] 5");
        assertThat(shape(LayerMoves.drop(document, id(3), id(1), Side.BELOW))).isEqualTo("3 1 2[4] 5");
        assertThat(shape(LayerMoves.drop(document, id(5), id(3), Side.ABOVE))).isEqualTo("1 2[3 5 4]");
    }

    @Test
    void aGroupDoesNotGoIntoItself() {
        assertThat(LayerMoves.drop(document, id(2), id(3), Side.ABOVE)).isSameAs(document);
        assertThat(LayerMoves.drop(document, id(2), id(2), Side.INTO)).isSameAs(document);
    }

    @Test
    void raisingWalksThroughTheRowsAsShown() {
        Document in = LayerMoves.raise(document, id(1));
        assertThat(shape(in)).isEqualTo("2[1 3 4] 5");
        Document up = LayerMoves.raise(LayerMoves.raise(in, id(1)), id(1));
        assertThat(shape(up)).isEqualTo("2[3 4 1] 5");
        assertThat(shape(LayerMoves.raise(up, id(1)))).isEqualTo("2[3 4] 1 5");
        assertThat(shape(LayerMoves.raise(document, id(5)))).isEqualTo("1 2[3 4] 5");
    }

    @Test
    void loweringUndoesRaising() {
        Document moved = document;
        for (int i = 0; i < 5; i++) {
            moved = LayerMoves.raise(moved, id(1));
        }
        assertThat(shape(moved)).isEqualTo("2[3 4] 5 1");
        for (int i = 0; i < 5; i++) {
            moved = LayerMoves.lower(moved, id(1));
        }
        assertThat(moved.layers()).isEqualTo(document.layers());
        assertThat(shape(LayerMoves.lower(document, id(1)))).isEqualTo(shape(document));
    }

    @Test
    void aFoldedGroupIsPassedAtOnce() {
        Document folded = document.with(id(2), layer -> ((GroupLayer) layer).withOpen(false));
        assertThat(shape(LayerMoves.raise(folded, id(1)))).isEqualTo("2[3 4] 1 5");
    }

    @Test
    void boxesFollowTheirLayersAndAnEmptyOneStays() {
        Document boxes = Document.blank(64, 64)
                .withRegions(List.of(region(1), region(9), region(2)))
                .withLayers(List.of(pixels(1), pixels(2)));
        Document moved = LayerMoves.drop(boxes, id(1), id(2), Side.ABOVE);
        assertThat(moved.regions()).extracting(Region::layer).containsExactly(id(2), id(9), id(1));
    }

    private static LayerId id(int value) {
        return new LayerId(value);
    }

    private static PixelLayer pixels(int id) {
        return new PixelLayer(LayerProps.named(id(id), "L" + id), DOT);
    }

    private static Region region(int id) {
        return new Region(id(id), new Rect(0, 0, 8, 8), "", 0);
    }

    private static String shape(Document document) {
        return document.layers().stream().map(LayerMovesTest::shape).collect(Collectors.joining(" "));
    }

    private static String shape(Layer layer) {
        return layer.id().value()
                + (layer instanceof GroupLayer group
                        ? group.children().stream()
                                .map(LayerMovesTest::shape)
                                .collect(Collectors.joining(" ", "[", "]"))
                        : "");
    }
}
