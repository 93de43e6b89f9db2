package org.layerloom.edit.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.Fill.Gradient;
import org.layerloom.document.Fill.Stop;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// Gradients drawn on a page, and colours taken from it.
final class GradientDragTest {
    private static final LayerId ID = new LayerId(1);
    private static final List<Stop> STOPS = List.of(new Stop(0, 0xff000000), new Stop(1, 0xffffffff));

    @Test
    void a_drag_makes_a_fill_layer_above_the_selected_one() {
        Document document = page().add(new PixelLayer(LayerProps.named(new LayerId(2), "Top"), Raster.empty()));
        GradientDrag drag = new GradientDrag(Optional.empty(), Optional.of(ID), "Gradient", STOPS, true);
        Document drawn = drag.between(document, 0, 0, 50, 0);
        assertThat(drawn.layers().stream().map(Layer::name)).containsExactly("Fill", "Gradient", "Top");
        FillLayer made = (FillLayer) drawn.layers().get(1);
        assertThat(made.fill()).isEqualTo(new Gradient(true, 0, 0, 50, 0, STOPS));
        assertThat(made.bounds()).isEqualTo(document.canvas());
    }

    @Test
    void on_a_gradient_the_colours_stay_and_on_one_colour_they_come() {
        List<Stop> own = List.of(new Stop(0, 0xffff0000), new Stop(1, 0xff00ff00));
        GradientDrag drag = new GradientDrag(Optional.of(ID), Optional.empty(), "", STOPS, false);
        Document once = drag.between(page(), 1, 2, 3, 4);
        assertThat(fill(once)).isEqualTo(new Gradient(false, 1, 2, 3, 4, STOPS));
        Document colored =
                once.with(ID, layer -> FillPainter.refill((FillLayer) layer, new Gradient(true, 0, 0, 9, 9, own)));
        assertThat(fill(drag.between(colored, 5, 5, 6, 6))).isEqualTo(new Gradient(true, 5, 5, 6, 6, own));
    }

    @Test
    void one_end_is_moved_and_the_other_stays() {
        Document document =
                new GradientDrag(Optional.of(ID), Optional.empty(), "", STOPS, false).between(page(), 1, 2, 3, 4);
        assertThat(fill(GradientDrag.end(document, ID, GradientDrag.End.LAST, 8, 9)))
                .isEqualTo(new Gradient(false, 1, 2, 8, 9, STOPS));
    }

    @Test
    void the_eyedropper_takes_what_is_shown_or_what_the_layer_holds() {
        Document document =
                page().add(new PixelLayer(LayerProps.named(new LayerId(2), "Over"), Raster.filled(10, 10, 0xff112233)));
        assertThat(Eyedropper.shown(document, 5, 5)).hasValue(0xff112233);
        assertThat(Eyedropper.shown(document, 50, 50)).hasValue(0xff336699);
        assertThat(Eyedropper.of((FillLayer) document.layers().getFirst(), 5, 5))
                .hasValue(0xff336699);
        assertThat(Eyedropper.shown(document, 100, 5)).isEmpty();
        assertThat(Eyedropper.shown(Document.blank(5, 5), 1, 1)).isEmpty();
    }

    private static Document page() {
        return Document.blank(100, 80)
                .add(new FillLayer(
                        LayerProps.named(ID, "Fill"), new Fill.Solid(0xff336699), Raster.filled(100, 80, 0xff336699)));
    }

    private static Fill fill(Document document) {
        return ((FillLayer) document.layers().getFirst()).fill();
    }
}
