package org.layerloom.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ViewportTest {
    @Test
    void the_point_under_the_pointer_stays_while_zooming() {
        Viewport before = new Viewport(0.5, 30, -20);
        double x = before.toDocumentX(200);
        double y = before.toDocumentY(120);
        Viewport after = before.zoomedTo(3, 200, 120);
        assertThat(after.toViewX(x)).isCloseTo(200, within(0.51));
        assertThat(after.toViewY(y)).isCloseTo(120, within(0.51));
        assertThat(after.scale()).isEqualTo(3);
    }

    @Test
    void a_fitted_page_keeps_its_margin_and_stays_clear_of_the_foot() {
        Viewport fitted = Viewport.fit(1000, 2000, 800, 700, 20, 140);
        assertThat(fitted.scale()).isCloseTo(0.26, within(1e-9));
        assertThat(fitted.toViewY(0)).isEqualTo(20);
        assertThat(fitted.toViewY(2000)).isEqualTo(540);
        assertThat(fitted.toViewX(0)).isEqualTo(270);
    }

    @Test
    void a_small_page_is_doubled_at_most() {
        assertThat(Viewport.fit(100, 100, 800, 700, 20, 0).scale()).isEqualTo(2);
    }

    @Test
    void slow_pans_add_up_and_the_page_stays_on_whole_pixels() {
        Viewport viewport = new Viewport(1, 0, 0);
        for (int i = 0; i < 10; i++) {
            viewport = viewport.panned(0.3, -0.3);
        }
        assertThat(viewport.toViewX(0)).isEqualTo(3);
        assertThat(viewport.toDocumentY(-3)).isEqualTo(0);
    }

    @Test
    void zoom_has_limits() {
        Viewport start = new Viewport(1, 0, 0);
        assertThat(start.zoomedTo(1e9, 0, 0).scale()).isEqualTo(Viewport.MAX_SCALE);
        assertThat(start.zoomedTo(1e-9, 0, 0).scale()).isEqualTo(Viewport.MIN_SCALE);
    }

    @Test
    void round_zooms_lie_on_both_sides_of_any_zoom() {
        assertThat(new Viewport(0.47, 0, 0).nextScale()).isEqualTo(0.5);
        assertThat(new Viewport(0.47, 0, 0).previousScale()).isEqualTo(1 / 3.0);
        assertThat(new Viewport(1, 0, 0).nextScale()).isEqualTo(1.5);
        assertThat(new Viewport(32, 0, 0).nextScale()).isEqualTo(32);
    }

    @Test
    void the_zoom_tool_goes_both_ways_and_the_hand_pulls_the_page() {
        Viewport start = new Viewport(1, 0, 0);
        ZoomTool zoom = new ZoomTool();
        assertThat(zoom.click(start, 10, 10, false).scale()).isEqualTo(1.5);
        assertThat(zoom.click(start, 10, 10, true).scale()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(zoom.drag(start, 10, 10, 60, 10).scale()).isGreaterThan(1.2);
        assertThat(new HandTool().drag(start, 10, 10, 15, 4)).isEqualTo(new Viewport(1, 5, -6));
    }
}
