package org.layerloom.edit.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.Fill.Gradient;
import org.layerloom.document.Fill.Stop;
import org.layerloom.document.FillLayer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Marquee;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Fills against what they should be at each pixel.
final class FillPainterTest {
    private static final List<Stop> BLACK_TO_WHITE = List.of(new Stop(0, 0xff000000), new Stop(1, 0xffffffff));

    @Test
    void a_solid_fill_of_a_large_page_takes_one_tile() {
        Raster raster = FillPainter.raster(new Fill.Solid(0xff123456), new Rect(0, 0, 4096, 4096));
        assertThat(raster.bytes()).isEqualTo(256 * 256 * 4);
    }

    @Test
    void a_linear_gradient_is_within_a_level_of_the_exact_value_everywhere() {
        Raster raster =
                FillPainter.raster(new Gradient(false, 10, 0, 1010, 0, BLACK_TO_WHITE), new Rect(0, 0, 1024, 1));
        for (int x = 0; x < 1024; x++) {
            double exact = Math.clamp((x + 0.5 - 10) / 1000, 0, 1) * 255;
            assertThat(raster.argb(x, 0) & 255).isCloseTo((int) Math.round(exact), within(1));
        }
    }

    @Test
    void a_radial_gradient_is_the_same_at_the_same_distance() {
        Raster raster =
                FillPainter.raster(new Gradient(true, 50, 50, 100, 50, BLACK_TO_WHITE), new Rect(0, 0, 100, 100));
        assertThat(raster.argb(20, 50)).isEqualTo(raster.argb(79, 50)).isEqualTo(raster.argb(50, 20));
        assertThat(raster.argb(0, 0)).isEqualTo(0xffffffff);
    }

    @Test
    void a_transparent_end_brings_no_colour_of_its_own_in() {
        List<Stop> stops = List.of(new Stop(0, 0xffff0000), new Stop(1, 0x0000ff00));
        assertThat(FillPainter.color(stops, 0.5)).isEqualTo(0x80ff0000);
    }

    @Test
    void two_stops_at_one_place_make_a_hard_edge() {
        List<Stop> stops = List.of(
                new Stop(0, 0xff000000), new Stop(0.5, 0xff000000), new Stop(0.5, 0xffffffff), new Stop(1, 0xffffffff));
        Raster raster = FillPainter.raster(new Gradient(false, 0, 0, 100, 0, stops), new Rect(0, 0, 100, 1));
        assertThat(raster.argb(49, 0)).isEqualTo(0xff000000);
        assertThat(raster.argb(50, 0)).isEqualTo(0xffffffff);
    }

    @Test
    void a_fill_takes_the_marquees_rectangle_and_its_shape_as_a_mask() {
        Document blank = Document.blank(100, 100);
        LayerProps props = LayerProps.named(blank.newId(), "Fill");
        Fill red = new Fill.Solid(0xffff0000);
        Document square = blank.withMarquee(Optional.of(Marquee.of(new Rect(5, 6, 20, 30))));
        FillLayer plain = FillPainter.layer(square, props, red, blank.canvas());
        assertThat(plain.bounds()).isEqualTo(new Rect(5, 6, 20, 30));
        assertThat(plain.props().mask()).isEmpty();
        Marquee soft = new Marquee(Raster.filled(4, 4, 0x80000000), 1, 1);
        FillLayer shaped = FillPainter.layer(blank.withMarquee(Optional.of(soft)), props, red, blank.canvas());
        assertThat(shaped.props().mask().orElseThrow().raster()).isEqualTo(soft.coverage());
    }
}
