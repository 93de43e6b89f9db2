package org.layerloom.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.layerloom.document.Rect;

final class CropShapeTest {
    private static final Rect PAGE = new Rect(0, 0, 400, 300);

    private static Rect dragged(Rect frame, double x, double y, double toX, double toY, CropShape shape) {
        CropFrame start = new CropFrame(frame);
        Pointer from = Pointer.at(x, y, 1);
        return start.dragged(start.under(from), from, Pointer.at(toX, toY, 1), shape, PAGE)
                .rect();
    }

    @Test
    void proportions_take_the_largest_part_about_the_middle() {
        assertThat(CropShape.ratio(1, 1).fit(PAGE, PAGE)).isEqualTo(new Rect(50, 0, 300, 300));
        assertThat(CropShape.ratio(16, 9).fit(PAGE, PAGE)).isEqualTo(new Rect(0, 38, 400, 225));
        assertThat(CropShape.ratio(16, 9).withTurned(true).fit(PAGE, PAGE)).isEqualTo(new Rect(116, 0, 169, 300));
        assertThat(CropShape.FREE.fit(new Rect(1, 2, 3, 4), PAGE)).isEqualTo(new Rect(1, 2, 3, 4));
    }

    @Test
    void the_original_ratio_is_the_pages() {
        assertThat(CropShape.ORIGINAL.fit(new Rect(0, 0, 300, 300), PAGE)).isEqualTo(new Rect(0, 38, 300, 225));
        assertThat(CropShape.ORIGINAL.withTurned(true).fit(PAGE, PAGE)).isEqualTo(new Rect(88, 0, 225, 300));
    }

    @Test
    void a_size_is_itself_even_beyond_the_page() {
        assertThat(CropShape.size(1024, 512).fit(PAGE, PAGE)).isEqualTo(new Rect(-312, -106, 1024, 512));
    }

    @Test
    void a_handle_keeps_the_proportions_without_shift() {
        Rect grown = dragged(new Rect(0, 0, 160, 90), 160, 90, 320, 100, CropShape.ratio(16, 9));
        assertThat(grown).isEqualTo(new Rect(0, 0, 320, 180));
    }

    @Test
    void a_frame_that_is_drawn_has_the_proportions_and_keeps_its_first_corner() {
        Rect frame = new Rect(300, 200, 20, 20);
        assertThat(dragged(frame, 10, 10, 110, 210, CropShape.ratio(1, 1))).isEqualTo(new Rect(10, 10, 100, 100));
        assertThat(dragged(frame, 210, 210, 110, 10, CropShape.ratio(1, 1))).isEqualTo(new Rect(110, 110, 100, 100));
    }

    @Test
    void a_side_that_is_typed_takes_the_other_along() {
        assertThat(CropShape.ratio(4, 3).typed(new Rect(5, 5, 200, 10), true, PAGE))
                .isEqualTo(new Rect(5, 5, 200, 150));
        assertThat(CropShape.ratio(4, 3).typed(new Rect(5, 5, 10, 300), false, PAGE))
                .isEqualTo(new Rect(5, 5, 400, 300));
    }
}
