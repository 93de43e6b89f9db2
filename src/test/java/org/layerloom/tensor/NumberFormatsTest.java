package org.layerloom.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Element types that DJL does not know: each call below ends the process when made on DJL's own array.
class NumberFormatsTest {
    private static Device device;

    @BeforeAll
    static void open() {
        device = Device.cpu();
    }

    @AfterAll
    static void close() {
        device.close();
    }

    /// The calls that DJL aborts on, by what this program makes in their place.
    static Stream<Arguments> aborting() {
        Map<String, UnaryOperator<Tensor>> calls = Map.of(
                "toType", x -> x.to(DType.F32).to(DType.BF16),
                "softmax", x -> x.softmax(0),
                "zerosLike", x -> x.mul(0),
                "toDevice", x -> x.to(device),
                "duplicate", Tensor::copy);
        return calls.entrySet().stream().map(call -> Arguments.of(call.getKey(), call.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aborting")
    void callsThatAbortInDjlWorkOnBf16(String name, UnaryOperator<Tensor> call) {
        Tensor made = call.apply(device.tensor(new float[] {1, 1}, 2).to(DType.BF16));
        assertThat(made.dtype()).isEqualTo(DType.BF16);
        assertThat(made.shape()).containsExactly(2);
        assertThat(made.toFloats()).containsAnyOf(0, 0.5f, 1);
    }

    @Test
    void valuesOfTypesThatDjlCannotCreateAreMade() {
        assertThat(device.zeros(2).to(DType.BF16).toFloats()).containsExactly(0, 0);
        assertThat(device.full(3, 1).to(DType.I16).toLongs()).containsExactly(3);
        assertThat(device.zeros(1).to(DType.I16).dtype()).isEqualTo(DType.I16);
        assertThat(device.tensor(shorts(0x3f80), DType.BF16, 1).toFloats()).containsExactly(1);
        assertThat(device.tensor(shorts(-7), DType.I16, 1).toLongs()).containsExactly(-7);
    }

    private static ByteBuffer shorts(int value) {
        return ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) value)
                .flip();
    }

    @Test
    void float8IsWidenedToTheTypeOfWhatItMeets() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {0x38, 0x40, (byte) 0xb8, 0x30}); // 1, 2, -1, 0.5
        Tensor w = device.tensor(bytes, DType.F8_E4M3, 2, 2);
        Tensor x = device.tensor(new float[] {10, 1}, 1, 2).to(DType.BF16);
        Tensor wide = Ops.widened(w, null, x);
        assertThat(wide.dtype()).isEqualTo(DType.BF16);
        assertThat(Ops.linear(x, wide, null).toFloats()).containsExactly(12, -9.5f);
    }

    @Test
    void int8RowsKeepTheirLargestValueAndAreOffByHalfAStepAtMost() {
        float[] values = device.randn(3, 8, 64).toFloats();
        values[5] = 100; // an outlier widens the steps of its row alone
        Tensor w = device.tensor(values, 8, 64);
        Tensor[] parts = Ops.quantizedRows(w);
        assertThat(parts[0].dtype()).isEqualTo(DType.I8);
        float[] scales = parts[1].toFloats();
        assertThat(parts[1].to(DType.BF16).toFloats()).containsExactly(scales);
        float[] back = Ops.widened(parts[0], parts[1], w).toFloats();
        for (int i = 0; i < back.length; i++) {
            assertThat(Math.abs(back[i] - values[i])).isLessThanOrEqualTo(0.51f * scales[i / 64]);
        }
    }

    @Test
    void aRowOfZerosStaysZero() {
        Tensor[] parts = Ops.quantizedRows(device.zeros(1, 4));
        assertThat(Ops.widened(parts[0], parts[1], parts[1]).toFloats()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aProcessorsInstructionsForBf16AreAmongItsFlags() {
        assertThat(Native.hasBf16("flags\t\t: fpu avx2 avx512_bf16 sse")).isTrue();
        assertThat(Native.hasBf16("flags\t\t: fpu amx_bf16")).isTrue();
        assertThat(Native.hasBf16("Features\t: fp asimd bf16 i8mm")).isTrue();
        assertThat(Native.hasBf16("flags\t\t: fpu avx2\nmodel name: bf16")).isFalse();
    }
}
