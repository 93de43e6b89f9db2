package org.layerloom.edit.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Marquee;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Strokes over small rasters, pixel by pixel.
final class StrokeTest {
    private static final int RED = 0xffff0000;
    private static final Rect PAGE = new Rect(-1000, -1000, 6000, 6000);
    private static final Brush HARD = new Brush(20, 1, 1, 1);

    @Test
    void a_hard_dab_is_a_disc_of_its_size() {
        Stroke stroke = onEmpty(HARD, Ink.color(RED, false), 50, 50);
        double area = 0;
        for (int argb : stroke.raster().toArgb()) {
            area += (argb >>> 24) / 255.0;
        }
        assertThat(area).isCloseTo(Math.PI * 100, within(4.0));
        assertThat(at(stroke, 50, 50)).isEqualTo(RED);
        assertThat(at(stroke, 50, 39)).isZero();
    }

    @Test
    void a_soft_dab_falls_off_evenly_and_keeps_its_colour() {
        Stroke stroke = onEmpty(new Brush(40, 0, 1, 1), Ink.color(0xff204060, false), 50.5, 50.5);
        int before = 255;
        for (int x = 51; x < 72; x++) {
            int argb = at(stroke, x, 50);
            assertThat(argb >>> 24).isLessThanOrEqualTo(before);
            assertThat(argb & 0xffffff).isIn(0x204060, 0);
            before = argb >>> 24;
        }
        assertThat(before).isZero();
    }

    @Test
    void a_stroke_that_crosses_itself_never_covers_more_than_its_opacity() {
        Stroke stroke = onEmpty(HARD.withOpacity(0.5), Ink.color(RED, false), 50, 50);
        for (int i = 0; i < 10; i++) {
            stroke.lineTo(80, 50);
            stroke.lineTo(50, 50);
        }
        assertThat(at(stroke, 60, 50) >>> 24).isEqualTo(128);
    }

    @Test
    void a_straight_line_has_no_gaps_and_ends_where_it_should() {
        Stroke stroke = onEmpty(HARD, Ink.color(RED, false), 20, 30);
        stroke.lineTo(420, 130);
        for (int x = 20; x <= 420; x++) {
            assertThat(at(stroke, x, 30 + (x - 20) / 4)).isEqualTo(RED);
        }
        assertThat(at(stroke, 445, 136)).isZero();
    }

    @Test
    void points_far_apart_are_joined_by_a_smooth_curve() {
        Stroke stroke = onEmpty(new Brush(4, 1, 1, 1), Ink.color(RED, false), 0, 0);
        stroke.curveTo(100, 0);
        stroke.curveTo(100, 100);
        stroke.finish();
        assertThat(at(stroke, 100, 0)).as("the corner is rounded off").isZero();
        assertThat(at(stroke, 87, 12)).as("half way along the curve").isEqualTo(RED);
        assertThat(at(stroke, 100, 99)).as("the end is reached").isEqualTo(RED);
    }

    @Test
    void paint_over_paint_mixes_by_coverage() {
        Raster blue = Raster.filled(40, 40, 0xff0000ff);
        Stroke stroke =
                new Stroke(HARD.withOpacity(0.5), Ink.color(RED, false), surface(blue, 0), Optional.empty(), 20, 20);
        assertThat(at(stroke, 20, 20)).isEqualTo(0xff800080);
        assertThat(at(stroke, 2, 2)).isEqualTo(0xff0000ff);
    }

    @Test
    void under_a_locked_transparency_the_alpha_stays() {
        Raster soft = Raster.of(2, 1, new int[] {0x800000ff, 0});
        Stroke stroke = new Stroke(HARD, Ink.color(RED, true), surface(soft, 0), Optional.empty(), 1, 0.5);
        assertThat(stroke.bounds()).isEqualTo(new Rect(0, 0, 2, 1));
        assertThat(at(stroke, 0, 0)).isEqualTo(0x80ff0000);
        assertThat(at(stroke, 1, 0)).isZero();
    }

    @Test
    void erasing_takes_alpha_only_and_never_grows_the_raster() {
        Raster green = Raster.filled(10, 10, 0xff00ff00);
        Stroke stroke = new Stroke(HARD.withOpacity(0.5), Ink.eraser(), surface(green, 0), Optional.empty(), 0, 5);
        assertThat(stroke.bounds()).isEqualTo(new Rect(0, 0, 10, 10));
        assertThat(at(stroke, 2, 5)).isEqualTo(0x8000ff00);
    }

    @Test
    void a_mask_takes_the_brightness_and_goes_on_where_it_showed_all() {
        Raster shown = Raster.filled(10, 10, 0xff000000);
        Stroke stroke = new Stroke(HARD, Ink.mask(0xff808080), surface(shown, 0xff000000), Optional.empty(), 30, 5);
        assertThat(at(stroke, 30, 5)).isEqualTo(0x80000000);
        assertThat(at(stroke, 100, 5)).isEqualTo(0xff000000);
        assertThat(at(stroke, 15, 2)).isEqualTo(0xff000000);
    }

    @Test
    void nothing_is_painted_outside_the_marquee_and_half_within_half() {
        Marquee half = new Marquee(Raster.filled(30, 10, 0x80000000), 40, 45);
        Stroke stroke = new Stroke(HARD, Ink.color(RED, false), surface(Raster.empty(), 0), Optional.of(half), 50, 50);
        assertThat(at(stroke, 50, 50)).isEqualTo(0x80ff0000);
        assertThat(at(stroke, 50, 44)).isZero();
        assertThat(half.bounds().contains(stroke.bounds())).isTrue();
    }

    @Test
    void a_long_stroke_shares_all_tiles_that_it_did_not_touch() {
        Raster large = Raster.filled(4096, 4096, 0xff000000);
        Stroke stroke = new Stroke(HARD, Ink.color(RED, false), surface(large, 0), Optional.empty(), 100, 100);
        stroke.lineTo(4000, 4000);
        long touched = stroke.raster().bytes() / (256 * 256 * 4) - 1;
        assertThat(touched).isLessThan(50);
    }

    private static Stroke onEmpty(Brush brush, Ink ink, double x, double y) {
        return new Stroke(brush, ink, surface(Raster.empty(), 0), Optional.empty(), x, y);
    }

    private static Stroke.Surface surface(Raster raster, int outside) {
        return new Stroke.Surface(raster, 0, 0, outside, PAGE);
    }

    private static int at(Stroke stroke, int x, int y) {
        Rect bounds = stroke.bounds();
        return bounds.contains(x, y) ? stroke.raster().argb(x - bounds.x(), y - bounds.y()) : 0;
    }
}
