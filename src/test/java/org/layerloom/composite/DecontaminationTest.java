package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecontaminationTest {
    private static final int RED = 0xFFE02010;

    @Test
    void anEdgesNoisyColoursBecomeThoseOfTheNearestOpaquePixels() {
        int[] argb = {RED, 0x80D82412, 0x1000FF00, 0x00000000};
        int[] bled = Decontamination.bleed(argb, 4, 1);
        assertThat(bled).containsExactly(RED, 0x80E02010, 0x109F6010, 0x00E02010);
    }

    @Test
    void faintPixelsTakeTheNearestOpaqueColourWhole() {
        int[] argb = {0xFF0000FF, 0x0A808080, 0x0A808080, RED};
        assertThat(Decontamination.bleed(argb, 4, 1)).containsExactly(0xFF0000FF, 0x0A0000FF, 0x0AE02010, RED);
    }

    @Test
    void nearestIsMeasuredInBothDirections() {
        int[] argb = new int[5 * 5];
        argb[0] = 0xFF0000FF;
        argb[24] = RED;
        int[] bled = Decontamination.bleed(argb, 5, 5);
        assertThat(bled[6]).isEqualTo(0x0000FF);
        assertThat(bled[18]).isEqualTo(RED & 0xFFFFFF);
        assertThat(bled[14]).isEqualTo(RED & 0xFFFFFF);
    }

    @Test
    void noCompositeChangesByMoreThanTheTolerance() {
        Random random = new Random(5);
        int[] argb = random.ints(64 * 48).toArray();
        int[] bled = Decontamination.bleed(argb, 64, 48);
        for (int i = 0; i < argb.length; i++) {
            assertThat(bled[i] >>> 24).isEqualTo(argb[i] >>> 24);
            for (int shift = 0; shift < 24; shift += 8) {
                int change = Math.abs((bled[i] >> shift & 255) - (argb[i] >> shift & 255));
                assertThat(change * (argb[i] >>> 24)).isLessThanOrEqualTo(Decontamination.TOLERANCE * 255);
            }
        }
    }

    @Test
    void aDarkShadowAroundABrightThingStaysDark() {
        int[] bled = Decontamination.bleed(new int[] {RED, 0x60000000}, 2, 1);
        assertThat(bled[1] >> 16 & 255).isLessThan(40);
    }

    @Test
    void pixelsFarFromEverythingAreTransparentBlack() {
        int[] argb = new int[20];
        argb[0] = RED;
        int[] bled = Decontamination.bleed(argb, 20, 1);
        assertThat(bled[Decontamination.REACH]).isEqualTo(RED & 0xFFFFFF);
        assertThat(bled[Decontamination.REACH + 1]).isZero();
    }

    @Test
    void anEmptyLayerStaysEmpty() {
        assertThat(Decontamination.bleed(new int[6], 3, 2)).containsOnly(0);
    }

    @Test
    void aLayerWithoutOpaquePixelsLendsFromItsMostSolidOnes() {
        int[] bled = Decontamination.bleed(new int[] {0x64E02010, 0x05FFFFFF}, 2, 1);
        assertThat(bled).containsExactly(0x64E02010, 0x05E02010);
    }

    @Test
    void greyIsTakenOutOfCompositedColours() {
        float[] planes = {1f, 0.75f, .5f, 0f, .25f, .5f, 0f, .25f, .5f, 1f, .5f, 0f};
        assertThat(Decontamination.straight(planes, 3, 1)).containsExactly(0xFFFF0000, 0x80FF0000, 0x00FF0000);
    }

    @Test
    void alphaNoiseIsCleaned() {
        float[] planes = {.2f, .5f, .2f, .5f, .2f, .5f, .99f, .01f};
        assertThat(Decontamination.straight(planes, 2, 1)).satisfies(argb -> {
            assertThat(argb[0] >>> 24).isEqualTo(255);
            assertThat(argb[1] >>> 24).isZero();
        });
    }

    @Test
    void planesOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> Decontamination.straight(new float[7], 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 values")
                .hasMessageContaining("2 x 1");
    }
}
