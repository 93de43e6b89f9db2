package org.layerloom.edit.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.edit.paint.Painting.Reason;

/// What a stroke is put on, and what refuses it.
final class PaintingTest {
    private static final LayerId ID = new LayerId(1);
    private static final Painting.Tip BRUSH = new Painting.Tip(new Brush(10, 1, 1, 1), false, 0xffff0000, 0xffffffff);
    private static final Painting.Tip ERASER = new Painting.Tip(new Brush(10, 1, 1, 1), true, 0xffff0000, 0xffffffff);

    @Test
    void with_nothing_selected_the_brush_makes_a_layer_cut_to_what_was_painted() {
        Document blank = Document.blank(100, 100);
        Painting.Going going = going(Painting.begin(blank, Optional.empty(), false, BRUSH, "Layer 1", 50, 50));
        going.stroke().lineTo(20, 50);
        PixelLayer layer = (PixelLayer) going.kept(blank).layers().getFirst();
        assertThat(layer.name()).isEqualTo("Layer 1");
        assertThat(layer.bounds()).isEqualTo(new Rect(15, 45, 40, 10));
        assertThat(going.shown(blank).layers()).hasSize(1);
    }

    @Test
    void the_mask_is_painted_when_it_is_edited_and_the_pixels_stay() {
        Mask mask = Mask.of(Raster.filled(50, 50, 0xff000000), 0, 0, 255);
        Document document = page(props -> props.withMask(Optional.of(mask)));
        Painting.Tip black = new Painting.Tip(BRUSH.brush(), false, 0xff000000, 0xffffffff);
        Document painted = going(Painting.begin(document, Optional.of(ID), true, black, "", 25, 25))
                .kept(document);
        PixelLayer before = (PixelLayer) document.layers().getFirst();
        PixelLayer after = (PixelLayer) painted.layers().getFirst();
        assertThat(after.raster()).isSameAs(before.raster());
        Mask now = after.props().mask().orElseThrow();
        assertThat(now.raster().argb(25 - now.x(), 25 - now.y())).isZero();
        assertThat(now.raster().argb(5 - now.x(), 5 - now.y())).isEqualTo(0xff000000);
    }

    @Test
    void locks_hidden_layers_groups_and_other_kinds_refuse_with_their_reason() {
        assertThat(refused(page(props -> props.withLocks(Locks.NONE.withPixels(true))), BRUSH))
                .isEqualTo(Reason.PIXELS_LOCKED);
        assertThat(refused(page(props -> props.withVisible(false)), BRUSH)).isEqualTo(Reason.HIDDEN);
        assertThat(refused(page(props -> props.withLocks(Locks.NONE.withTransparency(true))), ERASER))
                .isEqualTo(Reason.TRANSPARENCY_LOCKED);
        LayerProps props = LayerProps.named(ID, "One");
        Document blank = Document.blank(50, 50);
        assertThat(refused(blank.add(new GroupLayer(props, List.of(), true)), BRUSH))
                .isEqualTo(Reason.GROUP);
        assertThat(refused(
                        blank.add(new FillLayer(props, new Fill.Solid(0xff000000), Raster.filled(5, 5, 0xff000000))),
                        BRUSH))
                .isEqualTo(Reason.NO_PIXELS);
        assertThat(((Painting.Refused) Painting.begin(blank, Optional.empty(), false, ERASER, "", 1, 1)).reason())
                .isEqualTo(Reason.NOTHING_TO_ERASE);
    }

    @Test
    void a_stroke_on_a_new_layer_is_kept_when_another_layer_came_meanwhile() {
        Document blank = Document.blank(50, 50);
        Painting.Going going = going(Painting.begin(blank, Optional.empty(), false, BRUSH, "Layer 1", 25, 25));
        Document other = page(props -> props);
        assertThat(going.kept(other).layers()).hasSize(2);
        assertThat(going.kept(other).layers().getLast().name()).isEqualTo("Layer 1");
    }

    @Test
    void a_layer_that_got_other_pixels_meanwhile_keeps_them() {
        Document document = page(props -> props);
        Painting.Going going = going(Painting.begin(document, Optional.of(ID), false, BRUSH, "", 25, 25));
        Document other = document.with(ID, layer -> new PixelLayer(layer.props(), Raster.filled(3, 3, 7)));
        assertThat(going.kept(other)).isEqualTo(other);
    }

    private static Document page(UnaryOperator<LayerProps> edit) {
        return Document.blank(50, 50)
                .add(new PixelLayer(edit.apply(LayerProps.named(ID, "One")), Raster.filled(50, 50, 0xff00ff00)));
    }

    private static Painting.Going going(Painting painting) {
        return (Painting.Going) painting;
    }

    private static Reason refused(Document document, Painting.Tip tip) {
        return ((Painting.Refused) Painting.begin(document, Optional.of(ID), false, tip, "", 25, 25)).reason();
    }
}
