package org.layerloom.network.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;

class TilingTest {
    @ParameterizedTest
    @CsvSource({"5, 4", "16, 16", "17, 16", "40, 13", "64, 100", "29, 16"})
    void whatLooksAtOneCellIsTheSameInTilesAndTilesStaySmall(int rows, int columns) {
        try (Device device = Device.cpu()) {
            Tensor x = device.randn(3, 2, 3, rows, columns);
            Tiling tiling = Tiling.of(16);
            Tensor up = tiling.run(x, 1, 2, tile -> Ops.upsampleNearest2x(small(tile, 16)), () -> {});
            assertThat(GoldenTensors.largestGap(
                            up.toFloats(), Ops.upsampleNearest2x(x).toFloats()))
                    .isLessThan(1e-6);
            Tensor down = tiling.run(up, 2, 1, tile -> Ops.pixelUnshuffle(small(tile, 32), 2), () -> {});
            assertThat(down.shape()).containsExactly(2, 12, rows, columns);
            assertThat(GoldenTensors.largestGap(
                            down.toFloats(), Ops.pixelUnshuffle(up, 2).toFloats()))
                    .isLessThan(1e-6);
        }
    }

    private static Tensor small(Tensor tile, int most) {
        assertThat(tile.size(2)).isLessThanOrEqualTo(most);
        assertThat(tile.size(3)).isLessThanOrEqualTo(most);
        return tile;
    }

    @Test
    void aRunCanBeStoppedBetweenTiles() {
        try (Device device = Device.cpu()) {
            Tensor x = device.zeros(1, 1, 40, 40);
            int[] seen = new int[1];
            assertThatThrownBy(() -> Tiling.of(16).run(x, 1, 1, tile -> tile, () -> {
                        if (seen[0]++ == 3) {
                            throw new CancellationException();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(seen[0]).isEqualTo(4);
        }
    }
}
