package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Rect;

class RowMathTest {
    private static final Rect ROW = new Rect(0, 0, 10_007, 1);

    @Test
    void theTestsRunWithTheVectorModule() {
        assertThat(RowMath.fastest()).isInstanceOf(VectorRowMath.class);
    }

    @Test
    void vectorsAndScalarsGiveTheSamePixels() {
        Pixels scalar = new Pixels(ROW);
        Pixels vector = new Pixels(ROW);
        for (int layer = 0; layer < 12; layer++) {
            int[] argb = Pictures.random(ROW.width(), 1, layer).toArgb();
            float[] weights = weights(layer);
            new ScalarRowMath().normal(argb, layer, ROW.width() - layer, weights, scalar, 0);
            new VectorRowMath().normal(argb, layer, ROW.width() - layer, weights, vector, 0);
            Pixels group = new Pixels(ROW);
            new ScalarRowMath().normal(argb, 0, ROW.width(), weights(3), group, 0);
            new ScalarRowMath().normal(group, layer, ROW.width() - layer, weights, scalar, 0);
            new VectorRowMath().normal(group, layer, ROW.width() - layer, weights, vector, 0);
        }
        assertThat(vector.alpha).isEqualTo(scalar.alpha);
        assertThat(vector.red).isEqualTo(scalar.red);
        assertThat(pack(new VectorRowMath(), vector)).isEqualTo(pack(new ScalarRowMath(), scalar));
    }

    @Test
    void vectorsAndScalarsBlendTheSameInEveryMode() {
        Pixels source = new Pixels(ROW);
        source.unpack(Pictures.random(ROW.width(), 1, 77).toArgb(), 0);
        for (BlendMode mode : BlendMode.values()) {
            for (float fill : new float[] {1, 0.3f}) {
                Pixels scalar = new Pixels(ROW);
                Pixels vector = new Pixels(ROW);
                int[] below = Pictures.random(ROW.width(), 1, 5).toArgb();
                new ScalarRowMath().normal(below, 0, ROW.width(), weights(9), scalar, 0);
                new ScalarRowMath().normal(below, 0, ROW.width(), weights(9), vector, 0);
                new ScalarRowMath().blend(mode, fill, source, weights(2), ROW, scalar);
                new VectorRowMath().blend(mode, fill, source, weights(2), ROW, vector);
                assertThat(vector.alpha).as("%s at %s", mode, fill).isEqualTo(scalar.alpha);
                assertThat(vector.green).as("%s at %s", mode, fill).isEqualTo(scalar.green);
                assertThat(pack(new VectorRowMath(), vector)).isEqualTo(pack(new ScalarRowMath(), scalar));
            }
        }
    }

    @Test
    void everyByteComesBackFromAnEmptyBackdrop() {
        for (RowMath math : new RowMath[] {new ScalarRowMath(), new VectorRowMath()}) {
            int[] argb = IntStream.range(0, 65_536)
                    .map(i -> i >> 8 << 24 | (i & 0xff) * 0x10101)
                    .toArray();
            Pixels pixels = new Pixels(new Rect(0, 0, argb.length, 1));
            float[] ones = new float[argb.length];
            Arrays.fill(ones, 1);
            math.normal(argb, 0, argb.length, ones, pixels, 0);
            int[] expected = IntStream.of(argb).map(p -> p >>> 24 == 0 ? 0 : p).toArray();
            assertThat(pack(math, pixels)).isEqualTo(expected);
        }
    }

    private static float[] weights(int seed) {
        float[] weights = new float[ROW.width()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = ((i * 31 + seed * 17) % 256) / 255f;
        }
        return weights;
    }

    private static int[] pack(RowMath math, Pixels pixels) {
        int[] argb = new int[pixels.area.width()];
        math.pack(pixels, 0, argb.length, argb, 0);
        return argb;
    }
}
