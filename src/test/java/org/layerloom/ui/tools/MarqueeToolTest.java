package org.layerloom.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.Marquee;
import org.layerloom.document.Rect;
import org.layerloom.edit.MarqueeOutline;
import org.layerloom.edit.MarqueeOutline.Segment;

final class MarqueeToolTest {
    private static final Document PAGE = Document.blank(100, 80);
    private static final Document SELECTED = PAGE.withMarquee(Optional.of(Marquee.of(new Rect(20, 20, 40, 40))));

    private final MarqueeTool tool = new MarqueeTool(() -> SnapSettings.OFF);

    private Optional<Marquee> drawn(Document document, double x0, double y0, double x1, double y1, boolean... held) {
        boolean shift = held.length > 0 && held[0];
        boolean alt = held.length > 1 && held[1];
        Pointer from = new Pointer(x0, y0, 1, shift, alt, false);
        Pointer to = new Pointer(x1, y1, 1, shift, alt, false);
        return tool.press(document, List.of(), from)
                .release(document, to)
                .document()
                .marquee();
    }

    @Test
    void a_drag_selects_a_rectangle_of_the_page() {
        assertThat(drawn(PAGE, 10, 10, 200, 40)).contains(Marquee.of(new Rect(10, 10, 90, 30)));
        assertThat(drawn(SELECTED, 5, 5, 10, 10)).contains(Marquee.of(new Rect(5, 5, 5, 5)));
    }

    @Test
    void shift_adds_and_alt_takes_away_and_both_keep_what_is_in_both() {
        Marquee added = drawn(SELECTED, 50, 50, 70, 70, true).orElseThrow();
        assertThat(added.bounds()).isEqualTo(new Rect(20, 20, 50, 50));
        assertThat(added.at(65, 65)).isEqualTo(255);
        assertThat(added.at(65, 25)).isZero();
        Marquee less = drawn(SELECTED, 50, 10, 70, 70, false, true).orElseThrow();
        assertThat(less.bounds()).isEqualTo(new Rect(20, 20, 30, 40));
        assertThat(drawn(SELECTED, 50, 50, 70, 70, true, true).orElseThrow().bounds())
                .isEqualTo(new Rect(50, 50, 10, 10));
        assertThat(drawn(SELECTED, 10, 10, 70, 70, false, true)).isEmpty();
    }

    @Test
    void a_drag_inside_moves_the_outline_and_a_click_selects_nothing() {
        assertThat(drawn(SELECTED, 30, 30, 40, 25).orElseThrow().bounds()).isEqualTo(new Rect(30, 15, 40, 40));
        assertThat(tool.press(SELECTED, List.of(), Pointer.at(5, 5, 1))
                        .click(SELECTED)
                        .document()
                        .marquee())
                .isEmpty();
    }

    @Test
    void the_outline_of_a_rectangle_is_four_lines_and_that_of_a_corner_six() {
        assertThat(MarqueeOutline.of(Marquee.of(new Rect(2, 3, 4, 5))).segments())
                .containsExactlyInAnyOrder(
                        new Segment(2, 3, 6, 3),
                        new Segment(2, 8, 6, 8),
                        new Segment(2, 3, 2, 8),
                        new Segment(6, 3, 6, 8));
        Marquee corner = drawn(SELECTED, 40, 40, 90, 70, false, true).orElseThrow();
        assertThat(MarqueeOutline.of(corner).segments()).hasSize(6);
    }
}
