package org.layerloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.layerloom.document.Rect;

class PagePlaceTest {
    @Test
    void columnsAndRowsBeginOnWholePixelsOfTheScreen() {
        PagePlace place = new PagePlace(10, 20, 0.37, 1.5);
        for (int at = 0; at < 5000; at += 513) {
            double across = place.across(at) * 1.5;
            double down = place.down(at) * 1.5;
            assertThat(Math.abs(across - Math.rint(across))).isLessThan(1e-9);
            assertThat(Math.abs(across - (10 + at * 0.37) * 1.5)).isLessThanOrEqualTo(0.5);
            assertThat(Math.abs(down - (20 + at * 0.37) * 1.5)).isLessThanOrEqualTo(0.5);
        }
    }

    @Test
    void theSmallestSizeOfAPageFitsInAFewTiles() {
        assertThat(PagePainter.levels(new Rect(0, 0, 512, 100))).isEqualTo(1);
        assertThat(PagePainter.levels(new Rect(0, 0, 4096, 4096))).isEqualTo(4);
        assertThat(PagePainter.levels(new Rect(0, 0, 100, 16_384))).isEqualTo(6);
    }
}
