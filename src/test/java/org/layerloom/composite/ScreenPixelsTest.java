package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Rect;

class ScreenPixelsTest {
    @Test
    void theScreenTakesPremultipliedColoursOrTheAlphaAsGrey() {
        Rect area = new Rect(0, 0, 3, 1);
        int[] straight = {0xff102030, 0x80ff0040, 0x00ffffff};
        assertThat(ScreenPixels.picture(area, straight.clone()).argb()).containsExactly(0xff102030, 0x80800020, 0);
        assertThat(ScreenPixels.alpha(area, straight.clone()).argb())
                .containsExactly(0xffffffff, 0xff808080, 0xff000000);
    }

    @Test
    void halfTheSizeIsTheMeanOfFour() {
        ScreenPixels four = new ScreenPixels(new Rect(4, 6, 2, 2), new int[] {0xff000000, 0xff0000ff, 0, 0xff00ff00});
        assertThat(four.half().area()).isEqualTo(new Rect(2, 3, 1, 1));
        assertThat(four.half().argb()).containsExactly(0xbf004040);
    }

    @Test
    void anOddLastRowAndColumnKeepTheirColour() {
        int[] argb = new int[15];
        Arrays.fill(argb, 0x80402010);
        ScreenPixels half = new ScreenPixels(new Rect(0, 0, 5, 3), argb).half();
        assertThat(half.area()).isEqualTo(new Rect(0, 0, 3, 2));
        assertThat(half.argb()).containsOnly(0x80402010);
    }

    @Test
    void aPartThatBeginsAmidAPixelOfHalfTheSizeIsRefused() {
        ScreenPixels odd = new ScreenPixels(new Rect(1, 0, 1, 1), new int[1]);
        assertThatThrownBy(odd::half).isInstanceOf(IllegalStateException.class).hasMessageContaining("half the size");
    }
}
