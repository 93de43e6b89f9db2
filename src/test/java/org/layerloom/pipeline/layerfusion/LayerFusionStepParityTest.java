package org.layerloom.pipeline.layerfusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.unet.GoldenUnets;
import org.layerloom.network.unet.Unet;
import org.layerloom.network.unet.UnetContext;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// One evaluation of the three passes in lock step against `h2_layerfusion_e2e`, attention by attention.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerFusionStepParityTest {
    private static final double TOLERANCE = 1e-4;
    private static final double HALVES = 0.2;
    private static final int PIXELS_A_CELL = 8;

    private final Device device = Device.cpu();
    private GoldenTensors golden;
    private JsonNode sizes;
    private LayerFusionStep step;

    @BeforeAll
    void load() throws IOException {
        golden = GoldenTensors.layerDiffuse("h2_layerfusion_e2e", device);
        sizes = GoldenTensors.json(GoldenTensors.layerDiffuse(), "h2_layerfusion_e2e.json");
        Unet base = GoldenUnets.load("sdxl", device, DType.F32);
        step = new LayerFusionStep(
                GoldenUnets.foreground(device, DType.F32),
                base,
                sizes.get("d").asDouble(),
                sizes.get("cross_share").asDouble());
    }

    @AfterAll
    void close() {
        device.close();
    }

    private UnetContext context(String picture, DType compute) throws IOException {
        Tensor states = golden.get("h2.cond." + picture).to(compute);
        Tensor latents = golden.get("h2.x." + picture);
        float height = latents.size(2) * PIXELS_A_CELL;
        float width = latents.size(3) * PIXELS_A_CELL;
        Tensor ids = device.tensor(new float[] {height, width, 0, 0, height, width}, 1, 6);
        return UnetContext.of(states, golden.get("h2.pooled." + picture), ids.expand(states.size(0), -1));
    }

    private FusionTensors latents() throws IOException {
        return new FusionTensors(golden.get("h2.x.fg"), golden.get("h2.x.bl"), golden.get("h2.x.bg"));
    }

    private FusionPrompts prompts(DType compute) throws IOException {
        return new FusionPrompts(
                context("fg", compute),
                context("bl", compute),
                context("bg", compute),
                sizes.get("eos").asInt());
    }

    private double timestep() {
        Matcher number = Pattern.compile("t=(\\d+)").matcher(sizes.get("what").asText());
        assertThat(number.find()).isTrue();
        return Double.parseDouble(number.group(1));
    }

    @Test
    void everyTracedAttentionAndTheThreePredictionsMeetTheReference() throws IOException {
        Map<String, Tensor> made = new HashMap<>();
        FusionTensors out = step.forward(
                latents(),
                prompts(DType.F32),
                timestep(),
                (name, value) -> made.put(name, value.copy().keep()));
        golden.assertClose("h2.structure", made.get("structure"), TOLERANCE);
        for (String start : new String[] {"h2.layer.", "h2.mask."}) {
            assertThat(golden.names(start)).isNotEmpty();
            for (String name : golden.names(start)) {
                String module = name.substring(start.length());
                Tensor actual = made.get(start.equals("h2.mask.") ? module.replaceFirst("\\.m$", ".attn1.m") : module);
                assertThat(actual).as(name).isNotNull();
                golden.assertClose(name, actual, TOLERANCE);
            }
        }
        golden.assertClose("h2.eps.fg", out.foreground(), TOLERANCE);
        golden.assertClose("h2.eps.bl", out.blended(), TOLERANCE);
        golden.assertClose("h2.eps.bg", out.background(), TOLERANCE);
    }

    @Test
    void inHalfPrecisionThePredictionsStayNear() throws IOException {
        LayerFusionStep halves = new LayerFusionStep(
                GoldenUnets.foreground(device, DType.BF16),
                GoldenUnets.load("sdxl", device, DType.BF16),
                sizes.get("d").asDouble(),
                sizes.get("cross_share").asDouble());
        FusionTensors latents = latents();
        FusionTensors out = halves.forward(
                new FusionTensors(
                        latents.foreground().to(DType.BF16),
                        latents.blended().to(DType.BF16),
                        latents.background().to(DType.BF16)),
                prompts(DType.BF16),
                timestep());
        assertThat(out.background().dtype()).isEqualTo(DType.BF16);
        golden.assertClose("h2.eps.fg", out.foreground().to(DType.F32), HALVES);
        golden.assertClose("h2.eps.bl", out.blended().to(DType.F32), HALVES);
        golden.assertClose("h2.eps.bg", out.background().to(DType.F32), HALVES);
    }

    @Test
    void aStepLeavesNothingButThePredictions() throws IOException {
        FusionTensors latents = latents();
        FusionPrompts prompts = prompts(DType.F32);
        int before = device.openTensors();
        step.forward(latents, prompts, timestep()).parts().forEach(Tensor::close);
        assertThat(device.openTensors()).isEqualTo(before);
    }

    @Test
    void theStructureIsThatOfTheLastSelfAttention() throws IOException {
        assertThat(GoldenUnets.load("sdxl", device, DType.F32).attentions().stream()
                        .filter(name -> name.endsWith("attn1"))
                        .toList()
                        .getLast())
                .isEqualTo(sizes.get("last_self").asText());
    }
}
