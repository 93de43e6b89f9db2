package org.layerloom.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.layerloom.device.DeviceDecision;
import org.layerloom.device.DeviceProbe;

/// Facts about tensors and the operations on them, by values worked out by hand or known from torch.
class TensorTest {
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
        return device.tensor(values, values.length);
    }

    @Test
    void arithmeticTakesTensorsAndNumbers() {
        Tensor x = row(1, 2, 4);
        assertThat(x.add(x).toFloats()).containsExactly(2, 4, 8);
        assertThat(x.sub(1).mul(row(2, 3, 4)).toFloats()).containsExactly(0, 3, 12);
        assertThat(x.div(2).pow(2).toFloats()).containsExactly(0.25f, 1, 4);
        assertThat(x.div(row(1, 2, 8)).sqrt().clip(0, 0.75).toFloats()).containsExactly(0.75f, 0.75f, 0.70710677f);
        assertThat(row(0.5f, 1.5f, -0.7f).round().toFloats()).containsExactly(0, 2, -1);
    }

    @Test
    void matmulAndReductionsMeetHandComputedValues() {
        Tensor x = device.tensor(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        assertThat(x.matmul(x.transpose(1, 0)).toFloats()).containsExactly(14, 32, 32, 77);
        assertThat(x.sum(0).toFloats()).containsExactly(5, 7, 9);
        assertThat(x.mean(0, 1).toFloats()).containsExactly(3.5f);
        assertThat(x.mean(0, 1).shape()).isEmpty();
        assertThat(row(0, 0).softmax(0).toFloats()).containsExactly(0.5f, 0.5f);
    }

    @Test
    void shapesAreCutTurnedAndJoined() {
        Tensor x = device.tensor(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        assertThat(x.slice(1, 1, 3).toFloats()).containsExactly(2, 3, 5, 6);
        assertThat(x.reshape(3, -1).transpose(1, 0).toFloats()).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(x.chunk(3, -1)[2].toFloats()).containsExactly(3, 6);
        assertThat(Tensor.concat(0, x, x).shape()).containsExactly(4, 3);
        assertThat(Tensor.stack(0, x, x).shape()).containsExactly(2, 2, 3);
        Tensor ids = device.tensor(new long[] {1, 0}, 2);
        assertThat(x.take(0, ids).toFloats()).containsExactly(4, 5, 6, 1, 2, 3);
        assertThat(x.put(0, ids, x).toFloats()).containsExactly(4, 5, 6, 1, 2, 3);
        assertThatThrownBy(() -> x.slice(1, 1, 4)).hasMessage("slice 1..4 of a dimension of size 3");
        assertThatThrownBy(() -> device.tensor(new float[3], 2, 2)).hasMessageContaining("do not fill the shape");
    }

    @Test
    void bf16NeitherAbortsNorLosesItsType() {
        Tensor x = row(1, 1.00390625f, -3).to(DType.BF16);
        assertThat(x.dtype()).isEqualTo(DType.BF16);
        assertThat(x.toFloats()).containsExactly(1, 1, -3);
        assertThat(x.softmax(0).add(x).dtype()).isEqualTo(DType.BF16);
        assertThat(x.copy().toLongs()).containsExactly(1, 1, -3);
        ByteBuffer raw = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        raw.putShort((short) 0x3f80).putShort((short) 0xc040).flip();
        assertThat(device.tensor(raw, DType.BF16, 2).toFloats()).containsExactly(1, -3);
    }

    @Test
    void noiseIsTorchs() { // torch.manual_seed(0); torch.randn(5), and more than 16 values, where torch fills in blocks
        assertThat(device.randn(0, 5).toFloats())
                .containsExactly(
                        new float[] {1.5409961f, -0.2934289f, -2.1787894f, 0.56843126f, -1.0845224f}, within(1e-7f));
        Tensor many = device.randn(1L << 40, 2, 10);
        assertThat(many.toFloats()).containsExactly(device.randn(1L << 40, 20).toFloats());
    }

    @Test
    void buffersMayDieBeforeTheirTensors() {
        Tensor view = device.tensor(new float[1 << 20], 1 << 10, 1 << 10).reshape(-1);
        System.gc();
        assertThat(view.sum(0).toFloats()).containsExactly(0);
        view.close();
    }

    @Test
    void scopesFreeAllButTheirResult() {
        Tensor[] inner = new Tensor[2];
        Tensor kept = Scope.scoped(() -> {
            Tensor result = Scope.scoped(() -> {
                inner[0] = row(1, 2);
                return inner[0].add(1);
            });
            inner[1] = result;
            return result.add(1);
        });
        assertThat(kept.toFloats()).containsExactly(3, 4);
        assertThatThrownBy(inner[0]::toFloats).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(inner[1]::toFloats).isInstanceOf(IllegalStateException.class);
        kept.close();
    }

    @Test
    void aScopeDoesNotFreeWhatItDidNotMake() {
        Tensor weight = row(7);
        Tensor same = Scope.scoped(() -> Scope.scoped(() -> weight));
        assertThat(same.toFloats()).containsExactly(7);
        List<Tensor> both = Scope.scopedAll(() -> List.of(weight, row(8), row(9).keep()));
        assertThat(both.get(1).add(both.get(2)).toFloats()).containsExactly(17);
        assertThat(Scope.<float[], RuntimeException>closing(() -> row(1).toFloats()))
                .containsExactly(1);
    }

    @Test
    void aScopeFreesWhatItMadeWhenItsBodyFails() {
        Tensor[] made = new Tensor[1];
        assertThatThrownBy(() -> Scope.scoped(() -> {
                    made[0] = row(1);
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThatThrownBy(made[0]::toFloats).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unknownDevicesAndThoseMissingHereAreRefusedInOneSentence() {
        assertThatThrownBy(() -> Device.open("tpu"))
                .isInstanceOf(DeviceException.class)
                .hasMessage("no device is called \"tpu\": use auto, cpu, cuda or mps");
        assertThat(Stream.of("cuda", "mps")
                        .filter(asked ->
                                !DeviceDecision.of(asked, DeviceProbe.look()).isMet()))
                .isNotEmpty()
                .allSatisfy(asked -> assertThatThrownBy(() -> Device.open(asked))
                        .isInstanceOf(DeviceException.class)
                        .hasMessageStartingWith(asked + " cannot be used: "));
    }

    @Test
    void tensorsOfAClosedDeviceAreGone() {
        Device other = Device.open("cpu");
        Tensor x = other.zeros(2);
        other.close();
        assertThatThrownBy(x::toFloats).isInstanceOf(IllegalStateException.class);
        Native.trimMemory();
    }
}
