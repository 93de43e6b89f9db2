package org.layerloom.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.sampler.FlowMatchEuler.DynamicShift;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Noise levels, times and one step against `scheduler` and `scheduler_step`.
class ArtSchedulerParityTest {
    private static final double SIGMA = 2e-7;
    private static final double TIMESTEP = 2e-4;
    private static final double STEP = 1e-6;

    @Test
    void sigmasAndTimestepsFollowTheNumberOfTokens() throws IOException {
        JsonNode json = GoldenTensors.json("scheduler.json");
        JsonNode config = json.get("config");
        DynamicShift sampler = new DynamicShift(
                config.get("base_image_seq_len").asLong(),
                config.get("max_image_seq_len").asLong(),
                config.get("base_shift").asDouble(),
                config.get("max_shift").asDouble());
        assertThat(json.get("rows")).isNotEmpty();
        for (JsonNode row : json.get("rows")) {
            int steps = row.get("steps").asInt();
            long tokens = row.get("tokens").asLong();
            assertThat(sampler.mu(tokens)).isCloseTo(row.get("mu").asDouble(), within(SIGMA));
            float[] sigmas = sampler.sigmas(steps, tokens);
            assertThat(sigmas).hasSize(steps + 1);
            for (int i = 0; i <= steps; i++) {
                assertThat((double) sigmas[i])
                        .isCloseTo(row.get("sigmas").get(i).asDouble(), within(SIGMA));
            }
            for (int i = 0; i < steps; i++) {
                double timestep = sigmas[i] * 1000f;
                assertThat(timestep).isCloseTo(row.get("timesteps").get(i).asDouble(), within(TIMESTEP));
            }
        }
    }

    @Test
    void oneStepIsThatOfTheReferenceInBothTypes() throws IOException {
        try (Device device = Device.cpu();
                GoldenTensors golden = GoldenTensors.art("scheduler_step", device)) {
            Tensor x = golden.get("in.sample");
            Tensor v = golden.get("in.model_output");
            float[] sigmas = golden.get("in.sigmas").toFloats();
            golden.assertClose("out.prev_fp32", FlowMatchEuler.step(x, v, sigmas[0], sigmas[1]), STEP);
            Tensor half = FlowMatchEuler.step(x.to(DType.BF16), v.to(DType.BF16), sigmas[0], sigmas[1]);
            assertThat(half.dtype()).isEqualTo(DType.BF16);
            golden.assertClose("out.prev_bf16", half, 0);
        }
    }
}
