package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.composite.Resampler;
import org.layerloom.composite.Resampler.Quality;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Guide;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Marquee;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.document.Transform;
import org.layerloom.document.text.TextSetter;

final class TransformsTest {
    private static final LayerId ONE = new LayerId(1);
    private static final LayerId TWO = new LayerId(2);
    private static final LayerId GROUP = new LayerId(3);
    private static final Transform TWICE = Transform.scaling(2, 2);

    private static LayerProps props(LayerId id, int x, int y) {
        return LayerProps.named(id, "Layer " + id.value()).withPosition(x, y);
    }

    private static Document transformed(Document document, Transform transform, LayerId... ids) {
        return Transforms.fine(transform, document, new Resampler(Quality.FINE, () -> false))
                .apply(document, List.of(ids));
    }

    private static Document page() {
        return Document.blank(200, 200)
                .addRegion(new Rect(10, 20, 30, 40))
                .add(new PixelLayer(props(ONE, 10, 20), Raster.filled(30, 40, 0xff102030)));
    }

    @Test
    void a_layer_is_scaled_with_its_box_and_its_mask() {
        Document masked = page().with(
                        ONE,
                        layer -> layer.with(
                                p -> p.withMask(Optional.of(Mask.of(Raster.filled(10, 10, 0xff000000), 15, 25, 0)))));
        Document scaled = transformed(masked, TWICE, ONE);
        assertThat(scaled.layer(ONE).orElseThrow().bounds()).isEqualTo(new Rect(20, 40, 60, 80));
        assertThat(scaled.region(ONE).orElseThrow().box()).isEqualTo(new Rect(20, 40, 60, 80));
        assertThat(scaled.layer(ONE).orElseThrow().props().mask().orElseThrow().bounds())
                .isEqualTo(new Rect(30, 50, 20, 20));
    }

    @Test
    void a_mask_that_shows_what_is_outside_keeps_its_holes() {
        Document masked = page().with(
                        ONE,
                        layer -> layer.with(
                                p -> p.withMask(Optional.of(Mask.of(Raster.filled(10, 10, 0x40000000), 15, 25, 255)))));
        Mask mask = transformed(masked, TWICE, ONE)
                .layer(ONE)
                .orElseThrow()
                .props()
                .mask()
                .orElseThrow();
        assertThat(mask.outside()).isEqualTo(255);
        assertThat(mask.raster().argb(10, 10)).isEqualTo(0x40000000);
    }

    @Test
    void a_group_is_transformed_with_all_that_it_holds() {
        Document grouped = Document.blank(200, 200)
                .add(new GroupLayer(
                        LayerProps.named(GROUP, "Group"),
                        List.of(
                                new PixelLayer(props(ONE, 0, 0), Raster.filled(10, 10, -1)),
                                new PixelLayer(props(TWO, 20, 0), Raster.filled(10, 10, -1))),
                        true));
        Document turned = transformed(grouped, Transform.rotation(90).about(15, 15), GROUP);
        assertThat(turned.layer(ONE).orElseThrow().bounds()).isEqualTo(new Rect(20, 0, 10, 10));
        assertThat(turned.layer(TWO).orElseThrow().bounds()).isEqualTo(new Rect(20, 20, 10, 10));
    }

    @Test
    void a_placed_picture_is_always_drawn_from_its_source() {
        Raster source = Raster.of(2, 2, new int[] {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff});
        Document placed =
                Document.blank(200, 200).add(new PlacedLayer(props(ONE, 0, 0), source, Transform.IDENTITY, source));
        Document small = transformed(placed, Transform.scaling(0.5, 0.5), ONE);
        PlacedLayer again =
                (PlacedLayer) transformed(small, TWICE, ONE).layer(ONE).orElseThrow();
        assertThat(again.source()).isSameAs(source);
        assertThat(again.raster().toArgb()).isEqualTo(source.toArgb());
    }

    @Test
    void text_that_is_scaled_evenly_stays_text_of_another_size_and_else_is_told() {
        Text text = new Text("Mila", "Inter", 20, false, false, 0xff000000, Text.Align.LEFT, 1.2, 10, 60);
        Document written = Document.blank(200, 200).add(TextSetter.layer(props(ONE, 0, 0), text));
        TextLayer scaled =
                (TextLayer) transformed(written, TWICE, ONE).layer(ONE).orElseThrow();
        assertThat(scaled.text().size()).isCloseTo(40, within(1e-9));
        assertThat(scaled.text().x()).isEqualTo(20);
        assertThat(Transforms.hindered(written, List.of(ONE), TWICE)).isEmpty();
        assertThat(Transforms.hindered(written, List.of(ONE), Transform.rotation(10)))
                .contains("Layer 1");
    }

    @Test
    void a_fill_stays_a_fill_while_its_sides_stay_level() {
        Document filled = Document.blank(200, 200)
                .add(new FillLayer(props(ONE, 10, 10), new Fill.Solid(0xff00ff00), Raster.filled(20, 20, 0xff00ff00)));
        assertThat(transformed(filled, Transform.scaling(2, 3), ONE).layer(ONE).orElseThrow())
                .isInstanceOf(FillLayer.class)
                .returns(new Rect(20, 30, 40, 60), layer -> layer.bounds());
        assertThat(transformed(filled, Transform.rotation(30), ONE).layer(ONE).orElseThrow())
                .isInstanceOf(PixelLayer.class);
    }

    @Test
    void a_fill_far_off_the_page_is_kept_whole() {
        Document filled = Document.blank(200, 200)
                .add(new FillLayer(
                        props(ONE, 5000, 10), new Fill.Solid(0xff00ff00), Raster.filled(20, 20, 0xff00ff00)));
        assertThat(transformed(filled, TWICE, ONE).layer(ONE).orElseThrow().bounds())
                .isEqualTo(new Rect(10_000, 20, 40, 40));
    }

    @Test
    void the_whole_page_is_scaled_with_guides_marquee_and_boxes() {
        Document full = page().withGuides(List.of(new Guide(true, 50), new Guide(false, 100)))
                .withMarquee(Optional.of(Marquee.of(new Rect(0, 0, 20, 20))));
        Document half = Transforms.page(full, 100, 50, new Resampler(Quality.FINE, () -> false));
        assertThat(half.canvas()).isEqualTo(new Rect(0, 0, 100, 50));
        assertThat(half.guides()).containsExactly(new Guide(true, 25), new Guide(false, 25));
        assertThat(half.marquee().orElseThrow().bounds()).isEqualTo(new Rect(0, 0, 10, 5));
        assertThat(half.region(ONE).orElseThrow().box()).isEqualTo(new Rect(5, 5, 15, 10));
        assertThat(half.layer(ONE).orElseThrow().bounds()).isEqualTo(new Rect(5, 5, 15, 10));
    }

    @Test
    void what_was_changed_meanwhile_is_left_alone() {
        Document before = page();
        Document after = transformed(before, TWICE, ONE);
        Document renamed = before.with(ONE, layer -> layer.with(p -> p.withName("New")));
        Document carried = Transforms.carry(renamed, before, after, List.of(ONE));
        assertThat(carried.layer(ONE)).isEqualTo(renamed.layer(ONE));
        Document guided = before.withGuides(List.of(new Guide(true, 5)));
        Document both = Transforms.carry(guided, before, after, List.of(ONE));
        assertThat(both.layer(ONE)).isEqualTo(after.layer(ONE));
        assertThat(both.guides()).hasSize(1);
    }

    @Test
    void what_lies_far_off_the_page_is_kept() {
        Document far = Document.blank(20, 20).add(new PixelLayer(props(ONE, -300, 0), Raster.filled(600, 10, -1)));
        assertThat(transformed(far, Transform.scaling(1, 2), ONE)
                        .layer(ONE)
                        .orElseThrow()
                        .bounds())
                .isEqualTo(new Rect(-300, 0, 600, 20));
    }

    @Test
    void pixels_off_the_page_are_deleted_only_when_asked_for() {
        Document document = Document.blank(50, 50)
                .add(new PixelLayer(props(ONE, -10, 20), Raster.filled(30, 40, 0xff102030)))
                .add(new PixelLayer(props(TWO, 60, 20), Raster.filled(30, 40, 0xff102030)));
        Document cut = PageCut.apply(document);
        assertThat(cut.layer(ONE).orElseThrow().bounds()).isEqualTo(new Rect(0, 20, 20, 30));
        assertThat(cut.layer(TWO).orElseThrow().bounds().isEmpty()).isTrue();
        assertThat(Pages.crop(document, new Rect(0, 0, 20, 20)).layer(ONE)).isEqualTo(document.layer(ONE));
    }
}
