package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

class LayerEditsTest {
    private final Document document = Document.blank(64, 64)
            .withLayers(List.of(
                    pixels(1),
                    new GroupLayer(LayerProps.named(new LayerId(2), "G"), List.of(pixels(3), pixels(4)), true),
                    pixels(5)));

    @Test
    void aCopyLiesAboveWithNewIdsThroughout() {
        Document copied = LayerEdits.duplicate(document, List.of(new LayerId(2)), name -> name + " copy");
        assertThat(copied.layers()).extracting(Layer::name).containsExactly("L1", "G", "G copy", "L5");
        assertThat(copied.allLayers().map(Layer::id)).doesNotHaveDuplicates().hasSize(8);
        assertThat(copied.layers().get(2).id()).isEqualTo(document.newId());
        assertThat(copied.nextId()).isEqualTo(document.nextId() + 3);
    }

    @Test
    void soloShowsOneLayerAndItsGroupsThenAllAgain() {
        Document alone = LayerEdits.solo(document, new LayerId(3));
        assertThat(visible(alone)).containsExactly("G", "L3");
        assertThat(visible(LayerEdits.solo(alone, new LayerId(3)))).containsExactly("L1", "G", "L3", "L4", "L5");
    }

    @Test
    void soloOfAGroupLeavesWhatItHoldsAlone() {
        assertThat(visible(LayerEdits.solo(document, new LayerId(2)))).containsExactly("G", "L3", "L4");
    }

    private static List<String> visible(Document document) {
        return document.allLayers()
                .filter(layer -> layer.props().visible())
                .map(Layer::name)
                .toList();
    }

    private static PixelLayer pixels(int id) {
        return new PixelLayer(LayerProps.named(new LayerId(id), "L" + id), Raster.filled(1, 1, 0xFFFF0000));
    }
}
