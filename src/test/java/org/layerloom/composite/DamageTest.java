package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterDraft;
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
        assertThat(Damage.between(before, after)).isEmpty();
    }

    @Test
    void aMovedLayerDamagesWhereItWasAndIs() {
        Document before = document();
        Document after = before.with(new LayerId(2), l -> l.translate(10, 0));
        assertThat(Damage.between(before, after)).containsExactlyInAnyOrder(BOX, BOX.translate(10, 0));
        Document near = before.with(new LayerId(2), l -> l.translate(1, 0));
        assertThat(Damage.between(before, near)).containsExactly(new Rect(3, 4, 6, 6));
    }

    @Test
    void aReorderedLayerDamagesItsOwnPlaceOnly() {
        Document before = document();
        assertThat(Damage.between(before, before.reorder(new LayerId(2), 3))).containsExactly(BOX);
        assertThat(Damage.between(before, before.reorder(new LayerId(2), 0))).containsExactly(BOX);
    }

    @Test
    void aDeletedOrHiddenLayerDamagesItsPlaceOnTheCanvas() {
        Document before = document();
        Rect place = new Rect(20, 20, 20, 5);
        assertThat(Damage.between(before, before.without(new LayerId(3)))).containsExactly(place);
        Document hidden = before.with(new LayerId(3), l -> l.with(p -> p.withVisible(false)));
        assertThat(Damage.between(before, hidden)).containsExactly(place);
        assertThat(Damage.between(hidden, hidden.without(new LayerId(3)))).isEmpty();
    }

    @Test
    void aChangeInAGroupDamagesThatLayerAndAChangeOfTheGroupAllOfIt() {
        Document before = document();
        Document inside = before.with(new LayerId(5), l -> l.with(p -> p.withOpacity(9)));
        assertThat(Damage.between(before, inside)).containsExactly(new Rect(1, 1, 2, 2));
        Document all = before.with(new LayerId(9), l -> l.with(p -> p.withOpacity(9)));
        assertThat(Damage.between(before, all)).containsExactly(new Rect(1, 1, 7, 9));
    }

    @Test
    void aStrokeOnASharedRasterDamagesOnlyWhatItTouched() {
        Raster raster = Pictures.random(600, 600, 3);
        Document before = Document.blank(700, 700)
                .add(new PixelLayer(LayerProps.named(new LayerId(1), "hills").withPosition(10, 20), raster));
        RasterDraft draft = new RasterDraft(raster, 10, 20, 0);
        Rect stroke = new Rect(300, 310, 40, 5);
        draft.write(List.of(stroke), (pixels, offset, x, y, length) -> Arrays.fill(pixels, offset, offset + length, 7));
        Document after = before.with(new LayerId(1), l -> ((PixelLayer) l).withPixels(draft.raster(), 10, 20));
        assertThat(Damage.between(before, after)).containsExactly(stroke);
    }

    @Test
    void aStrokeThatLetsARasterGrowDamagesOnlyWhatItTouched() {
        Rect stroke = new Rect(5, 310, 40, 5);
        for (int outside : new int[] {0, 0xff000000}) {
            Raster raster = Raster.filled(300, 300, 0xff000000);
            RasterDraft draft = new RasterDraft(raster, 200, 150, outside);
            draft.cover(stroke);
            draft.write(List.of(stroke), (p, offset, x, y, length) -> Arrays.fill(p, offset, offset + length, 7 << 24));
            Raster grown = draft.raster();
            Rect differing = raster.differences(
                    grown, draft.bounds().x() - 200, draft.bounds().y() - 150, outside);
            assertThat(differing.translate(200, 150)).isEqualTo(stroke);
        }
    }

    @Test
    void aStrokeOnAMaskDamagesWhatItTouchedOfTheLayer() {
        Mask mask = Mask.of(Raster.filled(20, 20, 0xff000000), 0, 0, 255);
        RasterDraft draft = new RasterDraft(mask.raster(), 0, 0, 0xff000000);
        draft.write(List.of(new Rect(4, 0, 2, 20)), (p, at, x, y, length) -> Arrays.fill(p, at, at + length, 0));
        Document plain = document();
        Document before = plain.with(new LayerId(2), l -> l.with(p -> p.withMask(Optional.of(mask))));
        Document after = before.with(
                new LayerId(2), l -> l.with(p -> p.withMask(Optional.of(mask.withRaster(draft.raster(), 0, 0)))));
        assertThat(Damage.between(before, after)).containsExactly(new Rect(4, 4, 2, 6));
        assertThat(Damage.between(plain, after)).containsExactly(BOX);
    }

    @Test
    void clippedLayersAreDamagedWithinTheirBaseAndWithIt() {
        Document plain = document();
        Document clipped = plain.with(
                new LayerId(3), l -> l.translate(-20, -15).with(p -> p.withBlending(Blending.NORMAL.withClip(true))));
        Rect common = new Rect(3, 5, 5, 5);
        Document fainter = clipped.with(new LayerId(3), l -> l.with(p -> p.withOpacity(9)));
        assertThat(Damage.between(clipped, fainter)).containsExactly(common);
        Document released = clipped.with(new LayerId(3), l -> l.with(p -> p.withBlending(Blending.NORMAL)));
        assertThat(Damage.between(clipped, released)).containsExactly(new Rect(0, 5, 40, 5));
        Document moved = clipped.with(new LayerId(2), l -> l.translate(0, 1));
        assertThat(Damage.between(clipped, moved)).containsExactly(new Rect(3, 4, 5, 7));
        Document onAnother = clipped.without(new LayerId(2));
        assertThat(Damage.between(clipped, onAnother)).containsExactly(new Rect(0, 4, 40, 6));
    }

    @Test
    void distantPlacesAreApartAndManyBecomeOne() {
        Areas areas = new Areas();
        areas.add(new Rect(0, 0, 10, 10));
        areas.add(new Rect(90, 90, 10, 10));
        areas.add(new Rect(5, 5, 10, 10));
        assertThat(areas.within(new Rect(0, 0, 95, 95)))
                .containsExactlyInAnyOrder(new Rect(0, 0, 15, 15), new Rect(90, 90, 5, 5));
        for (int i = 0; i < 9; i++) {
            areas.add(new Rect(200 * i, 500, 1, 1));
        }
        assertThat(areas.within(new Rect(0, 0, 9999, 9999))).hasSize(1);
    }

    @Test
    void repaintingTheDamageGivesThePictureOfTheWhole() {
        Random random = new Random(11);
        Document document = document();
        int[] screen = Compositor.flatten(document).toArgb();
        for (int step = 0; step < 600; step++) {
            Document next = edited(document, random);
            for (Rect damage : Damage.between(document, next)) {
                Compositor.paint(next, damage, screen, damage.y() * 40 + damage.x(), 40);
            }
            assertThat(screen)
                    .as("step %d", step)
                    .isEqualTo(Compositor.flatten(next).toArgb());
            document = next;
        }
    }

    private static Document edited(Document document, Random random) {
        List<Layer> all = document.allLayers().toList();
        LayerId id = all.get(random.nextInt(all.size())).id();
        return switch (random.nextInt(11)) {
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
            case 6 -> document.with(id, l -> l.with(p -> p.withMask(mask(random))));
            case 7 ->
                document.with(
                        id,
                        l -> l.with(p -> p.withBlending(p.blending()
                                .withClip(random.nextBoolean())
                                .withFill(random.nextInt(256))
                                .withClippedAsGroup(random.nextInt(4) > 0))));
            case 8, 9 -> document.with(id, l -> painted(l, random));
            default -> all.size() > 4 ? document.without(id) : document;
        };
    }

    private static Optional<Mask> mask(Random random) {
        Raster raster = Pictures.random(1 + random.nextInt(40), 1 + random.nextInt(40), random.nextInt(99));
        return random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new Mask(
                        raster,
                        random.nextInt(30) - 10,
                        random.nextInt(30) - 10,
                        255 * random.nextInt(2),
                        random.nextBoolean() ? 255 : random.nextInt(256),
                        random.nextInt(4) > 0));
    }

    /// Paints on the layer, or on its mask where it has one.
    private static Layer painted(Layer layer, Random random) {
        Rect stroke = new Rect(random.nextInt(40), random.nextInt(40), 1 + random.nextInt(9), 1 + random.nextInt(9));
        int colour = random.nextInt();
        RasterDraft.Run run = (pixels, offset, x, y, length) -> Arrays.fill(pixels, offset, offset + length, colour);
        Optional<Mask> mask = layer.props().mask();
        if (mask.isPresent()) {
            int outside = mask.get().outside() << 24;
            RasterDraft draft = new RasterDraft(
                    mask.get().raster(), mask.get().x(), mask.get().y(), outside);
            draft.cover(stroke);
            draft.write(List.of(stroke), run);
            Rect bounds = draft.bounds();
            return layer.with(
                    p -> p.withMask(Optional.of(mask.get().withRaster(draft.raster(), bounds.x(), bounds.y()))));
        }
        if (layer instanceof PixelLayer pixels) {
            RasterDraft draft = new RasterDraft(
                    pixels.raster(), layer.props().x(), layer.props().y(), 0);
            draft.cover(stroke);
            draft.write(List.of(stroke), run);
            return pixels.withPixels(
                    draft.raster(), draft.bounds().x(), draft.bounds().y());
        }
        return layer;
    }
}
