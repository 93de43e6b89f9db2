package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

class DamageTest {
    private static final Rect BOX = new Rect(3, 4, 5, 6);

    private static Layer layer(int id, Rect box) {
        LayerProps props = LayerProps.named(new LayerId(id), "layer " + id).withPosition(box.x(), box.y());
        return new PixelLayer(props, Raster.filled(box.width(), box.height(), 0xff000000 | id * 999));
    }

    private static Document document() {
        Layer group = new GroupLayer(
                LayerProps.named(new LayerId(9), "group").withBlendMode(BlendMode.PASS_THROUGH),
                List.of(layer(4, BOX), layer(5, new Rect(1, 1, 2, 2))),
                true);
        return Document.blank(40, 40)
                .add(layer(1, new Rect(0, 0, 40, 40)))
                .add(layer(2, BOX))
                .add(layer(3, new Rect(20, 20, 50, 5)))
                .add(group);
    }

    @Test
    void regionsPromptsNamesAndTagsDamageNothing() {
        Document before = document();
        Document after = before.addRegion(BOX)
                .withPrompt("a red kite")
                .with(new LayerId(2), l -> l.with(p -> p.withName("kite").withTag(3)));
        assertThat(Damage.between(before, after)).isEqualTo(Rect.EMPTY);
    }

    @Test
    void aMovedLayerDamagesWhereItWasAndIs() {
        Document before = document();
        Document after = before.with(new LayerId(2), l -> l.translate(10, 0));
        assertThat(Damage.between(before, after)).isEqualTo(new Rect(3, 4, 15, 6));
    }

    @Test
    void aReorderedLayerDamagesItsOwnPlaceOnly() {
        Document before = document();
        assertThat(Damage.between(before, before.reorder(new LayerId(2), 3))).isEqualTo(BOX);
        assertThat(Damage.between(before, before.reorder(new LayerId(2), 0))).isEqualTo(BOX);
    }

    @Test
    void aDeletedOrHiddenLayerDamagesItsPlaceOnTheCanvas() {
        Document before = document();
        Rect place = new Rect(20, 20, 20, 5);
        assertThat(Damage.between(before, before.without(new LayerId(3)))).isEqualTo(place);
        Document hidden = before.with(new LayerId(3), l -> l.with(p -> p.withVisible(false)));
        assertThat(Damage.between(before, hidden)).isEqualTo(place);
        assertThat(Damage.between(hidden, hidden.without(new LayerId(3)))).isEqualTo(Rect.EMPTY);
    }

    @Test
    void aChangeInAGroupDamagesThatLayerAndAChangeOfTheGroupAllOfIt() {
        Document before = document();
        Document inside = before.with(new LayerId(5), l -> l.with(p -> p.withOpacity(9)));
        assertThat(Damage.between(before, inside)).isEqualTo(new Rect(1, 1, 2, 2));
        Document all = before.with(new LayerId(9), l -> l.with(p -> p.withOpacity(9)));
        assertThat(Damage.between(before, all)).isEqualTo(new Rect(1, 1, 7, 9));
    }

    @Test
    void repaintingTheDamageGivesThePictureOfTheWhole() {
        Random random = new Random(11);
        Document document = document();
        int[] screen = Compositor.flatten(document).toArgb();
        for (int step = 0; step < 300; step++) {
            Document next = edited(document, random);
            Rect damage = Damage.between(document, next);
            Compositor.paint(next, damage, screen, damage.y() * 40 + damage.x(), 40);
            assertThat(screen)
                    .as("step %d", step)
                    .isEqualTo(Compositor.flatten(next).toArgb());
            document = next;
        }
    }

    private static Document edited(Document document, Random random) {
        List<Layer> all = document.allLayers().toList();
        LayerId id = all.get(random.nextInt(all.size())).id();
        return switch (random.nextInt(7)) {
            case 0 -> document.with(id, l -> l.translate(random.nextInt(9) - 4, random.nextInt(9) - 4));
            case 1 -> document.with(id, l -> l.with(p -> p.withOpacity(random.nextInt(256))));
            case 2 -> document.with(id, l -> l.with(p -> p.withVisible(!p.visible())));
            case 3 ->
                document.reorder(
                        document.layers()
                                .get(random.nextInt(document.layers().size()))
                                .id(),
                        random.nextInt(5));
            case 4 -> document.add(layer(document.nextId(), BOX.translate(random.nextInt(30), 0)));
            case 5 -> document.with(id, l -> l.with(p -> p.withBlendMode(BlendMode.values()[1 + random.nextInt(27)])));
            default -> all.size() > 4 ? document.without(id) : document;
        };
    }
}
