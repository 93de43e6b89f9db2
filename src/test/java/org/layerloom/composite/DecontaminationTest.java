package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

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

    /// A soft orange ball as a codec gives it: on grey, with noise, its rim a dozen pixels wide.
    @Test
    void aSoftLayerMovedOverBlackOrWhiteHasNoFringe() {
        int side = 96;
        float[] orange = {0.95f, 0.55f, 0.1f};
        float[] alpha = new float[side * side];
        float[] planes = new float[4 * side * side];
        Random noise = new Random(8);
        for (int i = 0; i < alpha.length; i++) {
            double distance = Math.hypot(i % side - 47.5, i / side - 47.5);
            alpha[i] = (float) Math.clamp((40 - distance) / 12, 0, 1);
            for (int c = 0; c < 3; c++) {
                float onGrey = alpha[i] * orange[c] + (1 - alpha[i]) * 0.5f;
                planes[c * side * side + i] = onGrey + 0.012f * (noise.nextFloat() - 0.5f);
            }
            planes[3 * side * side + i] = alpha[i];
        }
        Raster ball = Raster.of(side, side, Decontamination.straight(planes, side, side));
        for (int ground : new int[] {0xff000000, 0xffffffff}) {
            assertThat(fringe(ball, alpha, orange, ground)).isLessThanOrEqualTo(8);
        }
    }

    /// How far the layer, moved by 20 px, is from the ideal ball on a ground, in levels of any channel.
    private static double fringe(Raster ball, float[] alpha, float[] colour, int ground) {
        int side = ball.width();
        LayerProps props = LayerProps.named(new LayerId(2), "ball");
        Document page = Document.blank(side + 20, side + 20)
                .add(new PixelLayer(
                        LayerProps.named(new LayerId(1), "ground"), Raster.filled(side + 20, side + 20, ground)))
                .add(new PixelLayer(props, ball).translate(20, 20));
        Raster shown = Compositor.flatten(page);
        double worst = 0;
        for (int i = 0; i < alpha.length; i++) {
            for (int c = 0; c < 3; c++) {
                double ideal = 255 * alpha[i] * colour[c] + (1 - alpha[i]) * (ground & 255);
                int pixel = shown.argb(20 + i % side, 20 + i / side) >> 16 - 8 * c & 255;
                worst = Math.max(worst, Math.abs(pixel - ideal));
            }
        }
        return worst;
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
