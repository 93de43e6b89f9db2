package org.layerloom.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The operations of networks at values that are known in closed form.
class OpsTest {
    private static Device device;

    @BeforeAll
    static void open() {
        device = Device.cpu();
    }

    @AfterAll
    static void close() {
        device.close();
    }

    private static Tensor row(float... values) {
        return device.tensor(values, 1, values.length);
    }

    @Test
    void linearTakesABiasOrNone() {
        Tensor w = device.tensor(new float[] {1, 2, 3, 4}, 2, 2);
        assertThat(Ops.linear(row(1, 1), w, null).toFloats()).containsExactly(3, 7);
        assertThat(Ops.linear(row(1, 1), w, device.tensor(new float[] {1, -1}, 2))
                        .toFloats())
                .containsExactly(4, 6);
    }

    @Test
    void activationsDifferAsTheyShould() {
        Tensor one = row(1);
        assertThat(Ops.silu(one).toFloats()[0]).isCloseTo(0.731058578f, within(1e-6f));
        assertThat(Ops.geluExact(one).toFloats()[0]).isCloseTo(0.841344746f, within(1e-6f));
        assertThat(Ops.geluTanh(one).toFloats()[0]).isCloseTo(0.841191991f, within(1e-6f));
        assertThat(Ops.quickGelu(one).toFloats()[0]).isCloseTo(0.845795770f, within(1e-6f));
    }

    @Test
    void extremesAndLogarithmsAreOfAllElements() {
        Tensor values = device.tensor(new float[] {1, 4, 2, 0.5f}, 2, 2);
        assertThat(values.max().toFloats()).containsExactly(4);
        assertThat(values.min().toFloats()).containsExactly(0.5f);
        assertThat(values.max().shape()).isEmpty();
        assertThat(values.log().toFloats())
                .containsExactly(new float[] {0, 1.3862944f, 0.6931472f, -0.6931472f}, within(1e-6f));
    }

    @Test
    void resizingWeighsByTheDistanceOfMiddles() {
        Tensor picture = device.tensor(new float[] {0, 4}, 1, 1, 1, 2);
        assertThat(Ops.resizeBilinear(picture, 1, 4).toFloats()).containsExactly(0, 1, 3, 4);
        assertThat(Ops.resizeBilinear(picture, 1, 1).toFloats()).containsExactly(2);
    }

    @Test
    void normsDivideByWhatTheySay() {
        Tensor ones = device.full(1, 2);
        Tensor zeros = device.zeros(2);
        assertThat(Ops.rmsNorm(row(3, 4), ones, 0).toFloats())
                .containsExactly(new float[] {0.8485281f, 1.1313708f}, within(1e-6f));
        assertThat(Ops.layerNorm(row(1, 3), null, null, 0).toFloats()).containsExactly(-1, 1);
        assertThat(Ops.layerNorm(row(1, 3), ones, ones, 0).toFloats()).containsExactly(0, 2);
        assertThat(Ops.modulate(row(1, 3), row(1, 1), row(1, 1), 0).toFloats()).containsExactly(-1, 3);
        assertThat(Ops.gated(row(1, 3), row(2, 0), row(5, 5)).toFloats()).containsExactly(11, 3);
        Tensor image = device.tensor(new float[] {1, 3, 2, 6}, 1, 2, 1, 2);
        assertThat(Ops.groupNorm(image, 2, ones, zeros, 0).toFloats()).containsExactly(-1, 1, -1, 1);
    }

    @Test
    void attentionAveragesValuesByScores() {
        Tensor q = device.zeros(1, 1, 1, 2);
        Tensor k = device.tensor(new float[] {1, 0, 0, 1}, 1, 1, 2, 2);
        Tensor v = device.tensor(new float[] {2, 0, 4, 8}, 1, 1, 2, 2);
        assertThat(Ops.attention(q, k, v).toFloats()).containsExactly(3, 4);
        Tensor mask = device.tensor(new float[] {0, Float.NEGATIVE_INFINITY}, 1, 1, 1, 2);
        assertThat(Ops.attention(q, k, v, mask, 1).toFloats()).containsExactly(2, 0);
    }

    @Test
    void ropeTurnsAdjacentPairs() {
        Tensor x = device.tensor(new float[] {1, 2, 3, 4}, 1, 1, 1, 4);
        Tensor cos = row(0, 0, 1, 1);
        Tensor sin = row(1, 1, 0, 0);
        assertThat(Ops.rope(x, cos, sin).toFloats()).containsExactly(-2, 1, 3, 4);
        assertThat(Ops.rope(x.to(DType.BF16), cos, sin).dtype()).isEqualTo(DType.BF16);
    }

    @Test
    void embeddingTakesRows() {
        Tensor table = device.tensor(new float[] {1, 2, 3, 4}, 2, 2);
        assertThat(Ops.embedding(device.tensor(new long[] {1, 1, 0}, 3), table).toFloats())
                .containsExactly(3, 4, 3, 4, 1, 2);
    }

    @Test
    void picturesAreConvolvedPaddedAndScaled() {
        Tensor image = device.tensor(new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
        Tensor ones = device.full(1, 1, 1, 2, 2);
        assertThat(Ops.conv2d(image, ones, null, 1, 0).toFloats()).containsExactly(10);
        assertThat(Ops.conv2d(image, ones, device.full(1, 1), 2, 1).toFloats()).containsExactly(2, 3, 4, 5);
        assertThat(Ops.pad(image, Ops.PadMode.ZEROS, 0, 1, 0, 0).toFloats()).containsExactly(1, 2, 0, 3, 4, 0);
        assertThat(Ops.pad(image, Ops.PadMode.REFLECT, 1, 0, 0, 0).toFloats()).containsExactly(2, 1, 2, 4, 3, 4);
        assertThat(Ops.upsampleNearest2x(image).toFloats())
                .containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
        Tensor packed = device.tensor(new float[] {1, 2, 3, 4}, 1, 4, 1, 1);
        assertThat(Ops.pixelShuffle(packed, 2).toFloats()).containsExactly(1, 2, 3, 4);
        assertThat(Ops.pixelUnshuffle(image, 2).shape()).containsExactly(1, 4, 1, 1);
    }
}
