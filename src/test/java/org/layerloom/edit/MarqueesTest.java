package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerloom.edit.Stacks.id;
import static org.layerloom.edit.Stacks.ids;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.Marquee;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

class MarqueesTest {
    /// A red square at 2, 2 to 12, 12 of a page of 16 x 16 px, with the left half of it selected.
    private final Document document = Document.blank(16, 16)
            .add(new PixelLayer(LayerProps.named(id(1), "Red").withPosition(2, 2), Raster.filled(10, 10, 0xffff0000)))
            .withMarquee(Optional.of(Marquee.of(new Rect(0, 0, 7, 16))));

    private static Rect bounds(Document document, int layer) {
        return document.layer(id(layer)).orElseThrow().bounds();
    }

    @Test
    void the_inverse_of_the_inverse_is_what_was_selected() {
        Document inverse = Marquees.invert(document);
        assertThat(inverse.marquee().orElseThrow().bounds()).isEqualTo(new Rect(7, 0, 9, 16));
        assertThat(Marquees.invert(inverse)).isEqualTo(document);
        assertThat(Marquees.invert(Marquees.all(document)).marquee()).isEmpty();
    }

    @Test
    void a_layers_alpha_becomes_the_marquee() {
        Document soft = Document.blank(9, 9)
                .add(new PixelLayer(LayerProps.named(id(1), "Soft"), Raster.of(2, 1, new int[] {0, 0x40123456})));
        Marquee marquee = Marquees.fromAlpha(soft, id(1)).marquee().orElseThrow();
        assertThat(marquee.bounds()).isEqualTo(new Rect(1, 0, 1, 1));
        assertThat(marquee.coverage().argb(0, 0)).isEqualTo(0x40000000);
        Document group = Groups.group(document, ids(1), "G");
        assertThat(Marquees.fromAlpha(group, id(2)).marquee().orElseThrow().bounds())
                .isEqualTo(new Rect(2, 2, 10, 10));
    }

    @Test
    void selected_pixels_are_deleted_and_the_layer_shrinks_to_the_rest() {
        assertThat(bounds(MarqueePixels.delete(document, ids(1)), 1)).isEqualTo(new Rect(7, 2, 5, 10));
        Document locked = LayerEdits.props(id(1), p -> p.withLocks(Locks.NONE.withTransparency(true)))
                .apply(document);
        assertThat(MarqueePixels.delete(locked, ids(1))).isSameAs(locked);
    }

    @Test
    void a_half_selected_pixel_loses_half_of_its_alpha() {
        Marquee half = new Marquee(Raster.filled(16, 16, 0x80000000), 0, 0);
        Document deleted = MarqueePixels.delete(document.withMarquee(Optional.of(half)), ids(1));
        assertThat(((RasterLayer) deleted.layer(id(1)).orElseThrow()).raster().argb(0, 0))
                .isEqualTo(0x7fff0000);
    }

    @Test
    void a_fill_reaches_over_the_layers_edge_unless_its_transparency_is_locked() {
        Document filled = MarqueePixels.fill(document, ids(1), 0xff0000ff);
        assertThat(bounds(filled, 1)).isEqualTo(new Rect(0, 0, 12, 16));
        assertThat(Compositor.flatten(filled).argb(0, 15)).isEqualTo(0xff0000ff);
        assertThat(Compositor.flatten(filled).argb(8, 5)).isEqualTo(0xffff0000);
        Document locked = LayerEdits.props(id(1), p -> p.withLocks(Locks.NONE.withTransparency(true)))
                .apply(document);
        Document held = MarqueePixels.fill(locked, ids(1), 0xff0000ff);
        assertThat(bounds(held, 1)).isEqualTo(new Rect(2, 2, 10, 10));
        assertThat(Compositor.flatten(held).argb(3, 3)).isEqualTo(0xff0000ff);
        assertThat(Compositor.flatten(held).argb(0, 15)).isZero();
    }

    @Test
    void selected_pixels_copied_to_a_layer_change_nothing_in_the_picture_and_use_the_marquee_up() {
        Document copied = MarqueePixels.layersViaCopy(document, ids(1));
        assertThat(bounds(copied, 2)).isEqualTo(new Rect(2, 2, 5, 10));
        assertThat(copied.marquee()).isEmpty();
        assertThat(Compositor.flatten(copied)).isEqualTo(Compositor.flatten(document));
    }

    @Test
    void a_mask_of_the_marquee_or_the_box_shows_that_part_only() {
        Document masked = Masks.addFromMarquee(document, ids(1));
        assertThat(Compositor.flatten(masked).alphaBounds()).isEqualTo(new Rect(2, 2, 5, 10));
        assertThat(bounds(Masks.apply(masked, ids(1)), 1)).isEqualTo(new Rect(2, 2, 5, 10));
        assertThat(Masks.addHiding(masked, ids(1))).isEqualTo(masked);
        Document back = Masks.invert(Masks.invert(masked, ids(1)), ids(1));
        assertThat(back).isEqualTo(masked);
        assertThat(Compositor.flatten(Masks.invert(masked, ids(1))).alphaBounds())
                .isEqualTo(new Rect(7, 2, 5, 10));
        assertThat(Marquees.fromMask(masked, id(1)).marquee()).isEqualTo(document.marquee());
    }

    @Test
    void masks_are_disabled_together_and_enabled_together() {
        Document masked = Masks.addHiding(document, ids(1));
        Document disabled = Masks.toggleEnabled(masked, ids(1));
        assertThat(disabled.layer(id(1)).flatMap(l -> l.props().mask()).map(Mask::enabled))
                .contains(false);
        assertThat(Masks.toggleEnabled(disabled, ids(1))).isEqualTo(masked);
        assertThat(Masks.delete(masked, ids(1))).isEqualTo(document);
        assertThat(List.of(Masks.delete(document, ids(1)))).containsExactly(document);
    }
}
