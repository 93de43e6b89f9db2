package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
            float opacity = (255 - 17 * layer) / 255f;
            new ScalarRowMath().normal(argb, layer, ROW.width() - layer, opacity, scalar, 0);
            new VectorRowMath().normal(argb, layer, ROW.width() - layer, opacity, vector, 0);
        }
        assertThat(vector.alpha).isEqualTo(scalar.alpha);
        assertThat(vector.red).isEqualTo(scalar.red);
        assertThat(pack(new VectorRowMath(), vector)).isEqualTo(pack(new ScalarRowMath(), scalar));
    }

    @Test
    void everyByteComesBackFromAnEmptyBackdrop() {
        for (RowMath math : new RowMath[] {new ScalarRowMath(), new VectorRowMath()}) {
            int[] argb = IntStream.range(0, 65_536)
                    .map(i -> i >> 8 << 24 | (i & 0xff) * 0x10101)
                    .toArray();
            Pixels pixels = new Pixels(new Rect(0, 0, argb.length, 1));
            math.normal(argb, 0, argb.length, 1, pixels, 0);
            int[] expected = IntStream.of(argb).map(p -> p >>> 24 == 0 ? 0 : p).toArray();
            assertThat(pack(math, pixels)).isEqualTo(expected);
        }
    }

    private static int[] pack(RowMath math, Pixels pixels) {
        int[] argb = new int[pixels.area.width()];
        math.pack(pixels, 0, argb.length, argb, 0);
        return argb;
    }
}
