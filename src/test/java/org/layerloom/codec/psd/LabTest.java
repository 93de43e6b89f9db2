package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest {
    /// Colours by LittleCMS 2, without its tables.
    @ParameterizedTest
    @CsvSource({
        "0, 128, 128, 000000", "255, 128, 128, ffffff", "128, 128, 128, 777777", "136, 208, 195, fb0008",
        "200, 60, 200, 32e013", "80, 150, 60, 0042b8", "220, 120, 180, e1db71", "30, 128, 128, 1f1f1f",
        "180, 170, 128, f28daf", "128, 128, 100, 6079a7", "246, 107, 205, eeff4f"
    })
    void coloursAreThoseOfLittleCms(int l, int a, int b, String rgb) {
        int expected = Integer.parseInt(rgb, 16);
        int actual = Lab.rgb(l, a, b);
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(actual >> shift & 255).isCloseTo(expected >> shift & 255, within(1));
        }
    }
}
