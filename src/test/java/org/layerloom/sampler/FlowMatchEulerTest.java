package org.layerloom.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.layerloom.sampler.FlowMatchEuler.FixedShift;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// The fixed shift, guidance and the two kinds of prediction, by hand.
class FlowMatchEulerTest {
    @Test
    void aFixedShiftHoldsNoiseLonger() {
        assertThat(new FixedShift(1).sigmas(4, 9)).containsExactly(1, 0.75f, 0.5f, 0.25f, 0);
        assertThat(new FixedShift(4).sigmas(2, 9)).containsExactly(1, 0.8f, 0);
        assertThat(new FixedShift(4).sigmas(1, 9)).containsExactly(1, 0);
    }

    @Test
    void guidanceGoesBeyondThePrompt() {
        try (Device device = Device.cpu()) {
            Tensor with = device.full(3, 1);
            Tensor without = device.full(1, 1);
            assertThat(new Guidance(2.5).combine(with, without).toFloats()).containsExactly(6);
            assertThat(new Guidance(1).needsNull()).isFalse();
        }
    }

    @Test
    void aPredictedSampleIsReachedByOneStepToZero() {
        try (Device device = Device.cpu()) {
            Tensor x = device.full(3, 1);
            Tensor sample = device.full(1, 1);
            Tensor velocity = Prediction.SAMPLE.velocity(x, sample, 0.5f);
            assertThat(FlowMatchEuler.step(x, velocity, 0.5f, 0).toFloats()).containsExactly(1);
            assertThat(Prediction.sample(x, velocity, 0.5f).toFloats()).containsExactly(1);
            assertThat(Prediction.SAMPLE.velocity(x, sample, 0.01f).toFloats()).containsExactly(40);
            assertThat(Prediction.VELOCITY.velocity(x, sample, 0.5f).toFloats()).containsExactly(1);
        }
    }
}
