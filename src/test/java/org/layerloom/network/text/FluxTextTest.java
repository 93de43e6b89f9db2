package org.layerloom.network.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;

/// Where FLUX's text encoders run and when their weights are in memory changes nothing of what they say.
class FluxTextTest {
    @Test
    void releasedEncodersSayTheSameAndLastPromptsAreKnownWithoutThem() throws IOException {
        try (Device device = Device.cpu();
                FluxText text = FluxText.load(GoldenTensors.artCheckpoint(), device, DType.F32)) {
            int loaded = device.openTensors();
            float[] fox = tokens(text, "a fox");
            text.release();
            int released = device.openTensors();
            assertThat(released).isLessThan(loaded);
            assertThat(tokens(text, "a fox")).containsExactly(fox);
            assertThat(device.openTensors())
                    .as("nothing is loaded for a known prompt")
                    .isEqualTo(released);
            for (int i = 0; i < 4; i++) {
                tokens(text, "cake " + i);
            }
            text.release();
            tokens(text, "a fox");
            assertThat(device.openTensors()).as("a forgotten prompt needs them").isGreaterThan(released);
            assertThat(tokens(text, "a fox")).containsExactly(fox);
        }
    }

    @Test
    void encodersOnAnotherDeviceGiveTheirResultsToTheModels() throws IOException {
        try (Device device = Device.cpu();
                FluxText near = FluxText.load(GoldenTensors.artCheckpoint(), device, DType.F32);
                FluxText far = FluxText.load(GoldenTensors.artCheckpoint(), device, Device.cpu(), DType.F32)) {
            int open = device.openTensors();
            try (TextEncoding encoding = far.encode("a fox")) {
                assertThat(encoding.tokens().device()).isSameAs(device);
                assertThat(device.openTensors()).isEqualTo(open + 2);
                assertThat(encoding.tokens().toFloats()).containsExactly(tokens(near, "a fox"));
            }
        }
    }

    private static float[] tokens(FluxText text, String prompt) {
        try (TextEncoding encoding = text.encode(prompt)) {
            return encoding.tokens().toFloats();
        }
    }
}
